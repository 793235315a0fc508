import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { SMALL } from '../assessment/small-register.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { fixture } from './exchanging.ts';
import { modernGovService } from './service.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const SERIES = SMALL.replace('bodies:\n', 'series:\n  - { id: one-to-one, title: Monthly one-to-one, between: [chief, director], frequency: P1M }\nbodies:\n');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function council() {
  const folder = temporaryFolder();
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> => new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });
  const data = join(folder, 'data');
  return { file, data, run, kept: (...args: readonly string[]) => run([...args, '--data', data]) };
}

describe('answerable import of another system’s file', () => {
  it('tells with --dry-run what it would enter, enters it with what is mapped, and the second time nothing', async () => {
    const { file, kept } = council();
    await kept('import', file('small.yaml', SMALL));
    const whole = file('council.xml', fixture('whole.xml'));
    const dry = await kept('import', whole, '--dry-run');
    assert.deepEqual([dry.code, dry.err], [0, '']);
    assert.match(dry.out, /^Read as Modern\.gov\.\nWould enter: 13 new, 0 changed, 0 the same\.\n\+ persons\/mg-person-501\n/);
    assert.match(dry.out, /\? mg-committee-113 \(`Corporate Management Team`\) is called the same as bodies\/cmt: --map mg-committee-113=bodies\/cmt/);
    assert.match(dry.out, /council\.xml:42: `Somebody from the Health Board` was left out/);
    const maps = file('maps.txt', '# what the register has\nmg-committee-113 = bodies/cmt\n\nmg-person-770=persons/ben\nmg-committee-999=bodies/cmt\n');
    const real = await kept('import', whole, '--from', 'modern-gov', '--map-file', maps, '--as', 'ann', '--json');
    const told = JSON.parse(real.out) as { entry: number; added: string[]; mapped: object };
    assert.deepEqual([real.code, told.entry, told.added.length], [0, 1, 11]);
    assert.match((await kept('import', whole)).out, /Nothing to enter: 0 new, 0 changed, 11 the same\.\nmg-committee-113 is bodies\/cmt\./);
    assert.match((await kept('export')).out, /id: mg-meeting-9003\n {4}body: cmt/);
    const popolo = await kept('export', '--format', 'popolo');
    assert.match((await kept('import', file('out.json', popolo.out), '--dry-run')).out, /^Read as Popolo\.\nWould enter: 0 new, 0 changed/);
  });

  it('takes a calendar as meetings of a series, and asks of what it is', async () => {
    const { file, kept } = council();
    await kept('import', file('small.yaml', SERIES));
    const diary = file('diary.ics', fixture('diary.ics'));
    const unsaid = await kept('import', diary);
    assert.deepEqual([unsaid.code, /Say with `--body ID` or `--series ID`/.test(unsaid.err)], [2, true]);
    assert.match((await kept('import', diary, '--series', 'one-to-on')).err, /`series\/one-to-on` is not in the register\. Did you mean `series\/one-to-one`\?/);
    const said = await kept('import', diary, '--series', 'one-to-one', '--between', '2012-01-01', '2012-12-31', '--only', 'One-to-one');
    assert.deepEqual([said.code, /4 new/.test(said.out)], [0, true]);
  });

  it('refuses what is faulty with its place and a code, and enters nothing', async () => {
    const { file, kept } = council();
    await kept('import', file('small.yaml', SMALL));
    const faulty = file('faulty.xml', fixture('meetings.xml').replace('12/11/2012', '31/11/2012'));
    const refused = await kept('import', faulty);
    assert.equal(refused.code, 3);
    assert.match(refused.err, /faulty\.xml:6, meetingdate: `31\/11\/2012` is not a date that exists/);
    assert.equal((await kept('import', file('bomb.xml', '<!DOCTYPE x [<!ENTITY a "b">]><committees/>'))).code, 3);
    assert.equal((await kept('import', file('cut.json', '{"persons": ['), '--from', 'popolo')).code, 3);
    assert.match((await kept('import', faulty, '--from', 'modern-gv')).err, /`modern-gv` is not a format that is read.*Did you mean `modern-gov`\?/);
    assert.match((await kept('import', faulty, '--map', 'nonsense')).err, /is no mapping/);
    assert.match((await kept('export')).out, /^register:(?![^]*meetings:)/);
    const left = await kept('import', faulty, '--leave-out-faulty');
    assert.match(left.out, /4 new[^]*! .*faulty\.xml:6/);
  });

  it('has to be into a register that is there', async () => {
    const { file, kept } = council();
    assert.equal((await kept('import', file('council.xml', fixture('whole.xml')))).code, 3);
  });
});

describe('answerable import --address', () => {
  it('fetches only from an address on the list', async () => {
    const service = await modernGovService();
    try {
      const { file, kept, run, data } = council();
      await kept('import', file('small.yaml', SMALL));
      const args = ['import', '--from', 'modern-gov', '--address', service.address, '--between', '2012-10-01', '2012-12-31', '--data', data];
      const unlisted = await run(args);
      assert.deepEqual([unlisted.code, unlisted.err], [3, 'No address may be fetched from: whoever runs this machine lists them in ANSWERABLE_MODERN_GOV.\n']);
      assert.deepEqual(service.asked, []);
      const listed = await run(args, { ANSWERABLE_MODERN_GOV: service.address });
      assert.deepEqual([listed.code, listed.err, /Entry 1: 13 new/.test(listed.out)], [0, '', true]);
      assert.match((await run([...args.slice(0, 5), '--data', data], { ANSWERABLE_MODERN_GOV: service.address })).err, /Say with `--between D1 D2`/);
    } finally {
      await service.close();
    }
  });
});
