/**
 * Writes the database of a released version, and what belongs to it, for the tests beside it:
 * `node tests/upgrade/write-released.ts CHECKOUT tests/upgrade/released/version-N`. CHECKOUT is the program of that release, with its
 * packages; everything is done through its command line. Run it once a release that changed the tables, before they change again.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LATER, OF_THEN } from './register-of-then.ts';

const [checkout = '', target = ''] = process.argv.slice(2);
if (checkout === '' || target === '') throw new Error('Say which checkout is to write, and into which folder.');
const work = mkdtempSync(join(tmpdir(), 'released-'));
const data = join(work, 'data');
const out = resolve(target);
mkdirSync(out, { recursive: true });

const answerable = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(resolve(checkout), 'src/cli/main.ts'), ...args], { encoding: 'utf8', cwd: work });
const file = (name: string, text: string): string => {
  writeFileSync(join(work, name), text);
  return join(work, name);
};
const act = (name: string, input: unknown, ...more: readonly string[]): string =>
  answerable('act', name, '--data', data, '--input', file('input.json', JSON.stringify(input)), '--as', 'clerk', '--reason', 'For those who come after.', ...more);

answerable('import', file('then.yaml', OF_THEN), '--data', data);
act('record.put', { kind: 'persons', id: 'dee', body: { name: 'Dee Example' } }, '--key', 'first-key');
act('record.put', { kind: 'posts', id: 'deputy', from: '2013-04-01', body: { title: { en: 'Head of Adults and Carers', cy: 'Pennaeth Oedolion a Gofalwyr' }, designations: ['head-of-adult-services'], reportsTo: 'director' } });
writeFileSync(join(out, 'older.checkpoint'), answerable('checkpoint', '--data', data));
act('record.correct', { kind: 'persons', id: 'dee', body: { name: 'Dee Of Example' } });
act('record.end', { kind: 'appointments', id: 'a3', from: '2013-06-01' });
act('record.put', { changes: [{ kind: 'appointments', id: 'a4', from: '2013-06-01', body: { person: 'dee', post: 'deputy', basis: 'acting' } }, { kind: 'advice', id: 'adv1', body: { nature: 'concern', from: 'director', to: 'chief', on: '2013-06-03', subject: 'Two heads of service in a year' } }] });
answerable('import', file('later.yaml', LATER), '--data', data);
act('record.end', { kind: 'seats', id: 's1' });

for (const [name, ...args] of [['checkpoint', 'checkpoint'], ['vkey', 'vkey'], ['leaf-3.json', 'leaf', '3'], ['leaf-3.tlog-proof', 'receipt', '3'], ['register.yaml', 'export', '--format', 'register'], ['history.txt', 'export', '--format', 'history']] as const) {
  writeFileSync(join(out, name), answerable(...args, '--data', data));
}
answerable('export', '--format', 'tiles', '--data', data, '-o', join(out, 'tiles'));
answerable('backup', '--data', data, '-o', join(work, 'back-up'));
cpSync(join(work, 'back-up'), join(out, 'back-up'));
cpSync(join(data, 'registers.sqlite'), join(out, 'data', 'registers.sqlite'));
cpSync(join(data, 'keys'), join(out, 'data', 'keys'), { recursive: true });
rmSync(work, { recursive: true, force: true });
