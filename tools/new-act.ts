/**
 * `npm run new:act AREA SUBJECT.VERB KIND`: writes `src/areas/<area>/acts/<verb>.ts` and its test, its row in the area’s table of who
 * may, and its place in the area’s list, which is begun where the area has none. What it writes works: it puts a note on a record of
 * the kind. Change it, test by test, into what is wanted.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { camel, capital, refuse, write } from './generating.ts';

const [area = '', act = '', kind = ''] = process.argv.slice(2);
const [subject = '', verb = ''] = act.split('.');
const folder = `src/areas/${area}`;
const [listFile, tableFile, actFile, testFile] = [`${folder}/acts.ts`, `${folder}/transitions.ts`, `${folder}/acts/${verb}.ts`, `tests/areas/${area}/${verb}.test.ts`];
const [name, tableName, listName] = [camel(`${verb}-${subject}`), `${area.toUpperCase().replaceAll('-', '_')}_ACTS`, `${camel(area)}Acts`];

if (!/^[a-z]+(-[a-z]+)*$/.test(subject) || !/^[a-z]+(-[a-z]+)*$/.test(verb)) {
  refuse(`Name the act as \`subject.verb\`, in small letters and hyphens: \`npm run new:act meetings meeting.postpone meetings\`. Found \`${act}\`.`);
} else if (!existsSync(tableFile)) {
  refuse(`\`${area}\` is no area: there is no ${tableFile}.`);
} else if (existsSync(actFile)) {
  refuse(`${actFile} exists already.`);
} else {
  const singular = /singular: '([a-z-]+)'/.exec(kindAt(kind))?.[1];
  if (singular === undefined) refuse(`\`${kind}\` is no kind that the model has in ${kind === '' ? 'any area: name it as the third word' : 'src/model'}.`);
  else writeAll(singular);
}

function writeAll(singular: string): void {
  const table = tableWithRow(readFileSync(tableFile, 'utf8'));
  write(tableFile, table.text);
  write(actFile, actText(singular, table.name));
  write(testFile, testText(singular));
  const isNew = !existsSync(listFile);
  write(listFile, isNew ? newList() : listWithAct(readFileSync(listFile, 'utf8')));
  if (isNew) write('src/areas/acts.ts', areasWithList(readFileSync('src/areas/acts.ts', 'utf8')));
  console.log('\nThen say in its row who may do it, and in which states; give it a form with `actRoute` in src/web.');
}

/** What the model says of a kind, from its plural on. */
function kindAt(plural: string): string {
  const kinds = readFileSync('src/model/kinds.ts', 'utf8');
  for (const [, file = ''] of kinds.matchAll(/from '(\.\/[a-z-]+\.ts)'/g)) {
    const text = readFileSync(path.join('src/model', file), 'utf8');
    const at = text.indexOf(`plural: '${plural}'`);
    if (at >= 0) return text.slice(at);
  }
  return '';
}

/** The table of who may, with a row more; begun where the area has none yet. */
function tableWithRow(text: string): { readonly text: string; readonly name: string } {
  const row = `  '${act}': actRow({ on: '${kind}', who: ['democratic-services', 'statutory-officer'] }),\n`;
  const begun = /^export const (\w+_ACTS) = \{\n/m.exec(text);
  if (begun === null) return { name: tableName, text: `import { actRow } from '../../acts/act-row.ts';\n${text}\n/** Who takes which step of the everyday work. */\nexport const ${tableName} = {\n${row}} as const;\n` };
  const end = text.indexOf('\n}', begun.index) + 1;
  return { name: begun[1] ?? tableName, text: `${text.slice(0, end)}${row}${text.slice(end)}` };
}

function listWithAct(text: string): string {
  return text.replace(/(import type \{ AreaAct \}[^\n]*\n)/, `$1import { ${name} } from './acts/${verb}.ts';\n`).replace(/\](?=;\s*$)/, `, ${name}]`);
}

function newList(): string {
  return `import type { AreaAct } from '../../acts/area-act.ts';\nimport { ${name} } from './acts/${verb}.ts';\n\n/** The steps of the everyday work in this area. */\nexport const ${listName}: readonly AreaAct[] = [${name}];\n`;
}

function areasWithList(text: string): string {
  return text.replace(/(import type \{ AreaAct \}[^\n]*\n)/, `$1import { ${listName} } from './${area}/acts.ts';\n`).replace(/\](?=;\s*$)/, `, ...${listName}]`);
}

function actText(singular: string, table: string): string {
  return `import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { changed } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { ref, words } from '../../../model/field.ts';
import { ${table} } from '../transitions.ts';

/** What it does, in a sentence that an officer would use: puts a note on the ${singular}. */
export const ${name} = areaAct({
  name: '${act}',
  says: { en: '${capital(verb.replaceAll('-', ' '))} (${singular})', cy: '${capital(verb.replaceAll('-', ' '))} (${singular})' },
  row: ${table}['${act}'],
  input: z.strictObject({ ${/-/.test(singular) ? `'${singular}'` : singular}: ref(['${kind}'], '${capital(singular)}', '${capital(singular)}'), note: words('Note', 'Nodyn') }),
  decide({ subject, input: { note }, today }) {
    if (subject.note === note) return refuse('conflict', 'said-already', 'The note says this already. Say what is new.', { path: 'note' });
    return ok([changed(subject, today, { note })]);
  },
});
`;
}

function testText(singular: string): string {
  return `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AREA_ACTS } from '../../../src/areas/acts.ts';
import { ${name} } from '../../../src/areas/${area}/acts/${verb}.ts';

describe('${act}', () => {
  it('is among the acts that the command line, the API and the pages offer, and names who may', () => {
    assert.ok(AREA_ACTS.includes(${name}));
    assert.equal(${name}.row.on, '${kind}');
    assert.ok(${name}.row.who.length > 0);
  });

  it('asks for the ${singular} and says what is missing', () => {
    assert.deepEqual(${name}.input.safeParse({}).error?.issues.map(({ path }) => path.join('.')).toSorted(), ['${singular}', 'note'].toSorted());
  });
});
`;
}
