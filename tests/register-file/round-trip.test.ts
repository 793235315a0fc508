import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { faultInWords } from '../../src/kernel/fault.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';
import { writeWorkbook } from '../../src/model/register-file/workbook/write-workbook.ts';
import { contents } from './contents.ts';
import { WORDS } from './whole-register.ts';

async function read(name: string, bytes: Uint8Array): Promise<RegisterContent> {
  const result = await readRegisterFile({ name, bytes }, WORDS);
  if (!result.ok) assert.fail(result.faults.map(faultInWords).join('\n'));
  return result.value;
}

describe('a register that is written', () => {
  it('reads back from YAML as the same content', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        assert.deepStrictEqual(await read('x.yaml', new TextEncoder().encode(writeRegisterYaml(content))), content);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('reads back from a workbook as the same content', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        assert.deepStrictEqual(await read('x.xlsx', await writeWorkbook(content)), content);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('reads back from a workbook with words longer than a cell', async () => {
    const long = `${'word '.repeat(13_000)}\u{1f600}${'end'.repeat(5_000)}`;
    const content: RegisterContent = {
      header: { id: 'x', authority: { name: { en: 'X' }, nation: 'wales' }, completeFor: [], thresholds: {} },
      records: { bodies: [{ ref: 'bodies/b', id: 'b', name: { en: long, cy: 'byr' }, type: 'council', remit: [], valid: {} }] },
    };
    assert.deepStrictEqual(await read('x.xlsx', await writeWorkbook(content)), content);
  });
});
