import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultInWords, type Fault } from '../../src/kernel/fault.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import { processorTime } from './reading.ts';
import { MALFORMED, type Malformed } from './malformed-cases.ts';
import { WHOLE_REGISTER, WORDS } from './whole-register.ts';

const read = (text: string) => readRegisterFile({ name: 'cwm.yaml', bytes: new TextEncoder().encode(text) }, WORDS);

async function faultsOf(text: string): Promise<readonly Fault[]> {
  const result = await read(text);
  return result.ok ? [] : result.faults;
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The malformed file, and the line on which it was changed. */
function changed({ was, is }: Malformed): { readonly text: string; readonly line: number } {
  const at = WHOLE_REGISTER.indexOf(was);
  assert.notEqual(at, -1, `\`${was}\` is not in the whole register`);
  return { text: WHOLE_REGISTER.slice(0, at) + is + WHOLE_REGISTER.slice(at + was.length), line: lineAt(WHOLE_REGISTER, at) };
}

describe('a malformed register file', () => {
  it('is made from one with nothing wrong', async () => {
    assert.deepEqual(await faultsOf(WHOLE_REGISTER), []);
  });

  it('comes in more than two hundred ways', () => assert.ok(MALFORMED.length >= 200, `${MALFORMED.length}`));

  for (const each of MALFORMED) {
    it(`is told: ${each.code}, ${JSON.stringify(each.is.slice(0, 60))} for ${JSON.stringify(each.was.slice(0, 40))}`, async () => {
      const { text, line } = changed(each);
      let faults: readonly Fault[] = [];
      assert.ok((await processorTime(async () => (faults = await faultsOf(text)))) < 1_000);
      const words = faults.map(faultInWords).join('\n');
      const told = faults.find((fault) => fault.code === each.code && fault.place?.line === line + (each.below ?? 0));
      assert.ok(told !== undefined, `no ${each.code} at line ${line + (each.below ?? 0)}:\n${words}`);
      assert.ok(told.place?.file === 'cwm.yaml' && (told.place.column ?? 0) >= 1, words);
      for (const part of each.says) assert.ok(told.sentence.includes(part), `\`${part}\` is not said:\n${words}`);
      if (each.nearest !== undefined) assert.equal(told.nearest, each.nearest);
      assert.equal(faults.length, each.faults ?? 1, words);
      for (const { sentence } of faults) assert.match(sentence, /^[A-Z`].*[.?]$/s);
    });
  }
});
