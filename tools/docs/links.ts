import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DocsFault, TrackedFile } from './tracked-files.ts';

/** Every relative link of a Markdown file leads to a file or folder, and its `#part` to a heading there. */
export function brokenLinks(root: string, files: readonly TrackedFile[]): readonly DocsFault[] {
  const pages = files.filter(({ file }) => file.endsWith('.md'));
  const headings = new Map(pages.map(({ file, text }) => [file, headingIds(text)]));
  return pages.flatMap(({ file, text }) =>
    linksOf(text).flatMap(({ target, line }) => {
      const [address = '', part] = target.split('#');
      const to = address === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(address)).replace(/\/$/, '');
      if (!existsSync(path.join(root, to))) return [{ file, line, sentence: `The link \`${target}\` leads to no file.` }];
      const known = headings.get(to);
      const isMissing = part !== undefined && known !== undefined && !known.has(part);
      return isMissing ? [{ file, line, sentence: `The link \`${target}\` names a heading that \`${to}\` does not have.` }] : [];
    }),
  );
}

function linksOf(markdown: string): readonly { target: string; line: number }[] {
  return withoutCode(markdown)
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\s*\[[^\]]+\]:\s+(\S+)/g)].map((match) => ({
        target: match[1] ?? match[2] ?? '',
        line: index + 1,
      })),
    )
    .filter(({ target }) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target));
}

/** As GitHub names headings: lower case, spaces to hyphens, punctuation dropped, the second of a name numbered. */
function headingIds(markdown: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, heading = ''] of withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const id = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let unique = id;
    for (let copy = 1; ids.has(unique); copy += 1) unique = `${id}-${copy}`;
    ids.add(unique);
  }
  return ids;
}

/** The same lines with what stands in code blanked, so that an example is not taken for a link. */
function withoutCode(markdown: string): string {
  return withoutFences(markdown).replace(/`[^`\n]+`/g, '');
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^ *(```+|~~~+)[^\n]*\n[\s\S]*?^ *\1[^\n]*$/gm, (block) => block.replace(/[^\n]/g, ''));
}
