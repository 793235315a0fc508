import { arrangementMap, type MapNode, type TieKind } from '../../assessment/arrangement-map.ts';
import type { Ref } from '../../model/field.ts';
import { holdersOf } from '../../rules/offices.ts';
import { BOX, mapLayout, tiesFrom } from '../map-layout.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { mapWords } from '../words/map.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { seenFacts } from '../seen-facts.ts';

/** Signs of a line of a name in a box, and how many lines there is room for. */
const LINE = 25;
const LINES = 2;

/** How round the corners of a box are: kinds are told apart by shape too. */
const ROUND: Readonly<Record<string, number>> = { posts: 0, functions: 6, bodies: 22 };

const TIES: readonly TieKind[] = ['line', 'leads', 'delegation', 'professional-lead', 'seat'];

/** Posts, bodies and functions as a drawing whose boxes are links, and the same as a nested list. */
export function mapPage(reading: Reading): Page {
  const { access, language } = reading;
  const t = inLanguage(mapWords, language);
  // Only by what the reader may know, a tie or a holder that is hidden included.
  const facts = seenFacts(reading);
  const map = arrangementMap(facts);
  const { width, height, nodes, ties } = mapLayout(map);
  // Whoever is nothing to the authority sees no appointments: to them every post would be vacant.
  const gapsOf = new Map<Ref, MapNode['gaps']>(access?.standing.roles.size === 0 ? [] : map.nodes.map(({ ref, gaps }) => [ref, gaps]));
  const roots = map.nodes.filter(({ ref }) => !map.ties.some(({ to, kind }) => to === ref && kind === 'line') && ref.startsWith('posts/'));
  const listed = new Set<Ref>();

  function item(ref: Ref): object {
    listed.add(ref);
    const own = tiesFrom(map.ties, ref);
    const people = ref.startsWith('posts/') ? holdersOf(facts, ref as Ref<'posts'>).map(({ person }) => recordName(reading, person).text) : [];
    return {
      ...recordLink(reading, ref),
      heldBy: people.length === 0 ? undefined : filled(t.heldBy, { people: people.join(', ') }),
      gaps: (gapsOf.get(ref) ?? []).map((gap) => t.gaps[gap]),
      ties: TIES.filter((kind) => kind !== 'line').flatMap((kind) => {
        const to = [...new Set(own.filter((tie) => tie.kind === kind).map((tie) => tie.to))];
        return to.length === 0 ? [] : [{ words: t.ties[kind], links: to.map((one) => recordLink(reading, one)) }];
      }),
      below: own.filter(({ kind, to }) => kind === 'line' && !listed.has(to)).map(({ to }) => item(to)),
    };
  }
  const list = roots.map(({ ref }) => item(ref));
  const rest = map.nodes.filter(({ ref, gaps }) => gaps.length > 0 && !listed.has(ref)).map(({ ref }) => item(ref));
  // A node is read in the order of the list: from the left, then from the top.
  const inOrder = nodes.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return pageOfRegister(reading, {
    view: 'map.njk',
    title: t.title,
    current: 'map',
    model: {
      t, width, height, box: BOX,
      described: filled(t.described, { nodes: nodes.length, ties: map.ties.length }),
      boxes: inOrder.map(({ ref, x, y }) => {
        const [name, kind] = [recordName(reading, ref).text, ref.slice(0, ref.indexOf('/'))];
        const [lines, gaps] = [wrapped(name), (gapsOf.get(ref) ?? []).map((gap) => t.gaps[gap]).join(', ')];
        const rows = lines.length + (gaps === '' ? 0 : 1);
        return { x, y, kind, href: reading.to.standing(ref), name, lines, gaps, round: ROUND[kind] ?? 0, textTop: y + BOX.height / 2 + 5 - ((rows - 1) * 15) / 2 };
      }),
      ties: ties.map(({ kinds, path }) => ({ path, kind: TIES.find((kind) => kinds.includes(kind)) })),
      key: TIES.map((kind) => ({ kind, words: t.ties[kind] })),
      list: [...list, ...rest],
    },
  });
}

/** The name in as many lines as a box has; the last is cut where there is more. */
function wrapped(name: string): readonly string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > LINE) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  const [shown, more] = [lines.slice(0, LINES), lines.length > LINES];
  return shown.map((line, index) => (line.length > LINE || (more && index === LINES - 1) ? `${line.slice(0, LINE - 1).trimEnd()}…` : line));
}
