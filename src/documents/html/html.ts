import { ok, type Result } from '../../kernel/result.ts';
import type { Document } from '../document.ts';
import { mainLanguage, plain } from '../shown.ts';
import { tidied } from '../tidy.ts';
import { blockHtml, inline } from './blocks.ts';
import { escaped } from './escape.ts';
import { STYLE } from './style.ts';

/** The document’s blocks as HTML to stand in a page, without its title: headings begin at `h2`. */
export function htmlFragment(document: Document): Result<string> {
  const tidy = tidied(document);
  if (!tidy.ok) return tidy;
  return ok(blocksHtml(tidy.value));
}

/** The document as a whole page that needs nothing besides itself: no script, no other file. */
export function htmlPage(document: Document): Result<string> {
  const tidy = tidied(document);
  if (!tidy.ok) return tidy;
  const { title, by, on, showing } = tidy.value;
  return ok(`<!DOCTYPE html>
<html lang="${mainLanguage(showing)}">
<head>
<meta charset="utf-8">
<title>${escaped(plain(title, showing))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escaped(by)}">
<meta name="date" content="${on}">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${inline(title, showing)}</h1>
${blocksHtml(tidy.value)}
</main>
</body>
</html>
`);
}

const blocksHtml = ({ blocks, showing }: Document): string => blocks.map((block) => blockHtml(block, showing)).join('\n');
