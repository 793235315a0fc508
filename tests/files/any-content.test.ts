import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { FolderFiles } from '../../src/register/files/stores/folder-files.ts';
import { SMALL_LIMITS } from './behaviour.ts';
import { ALLOWED, inPieces } from './samples.ts';

const folder = await mkdtemp(join(tmpdir(), 'any-'));
after(() => rm(folder, { recursive: true, force: true }));

describe('A file of any content', () => {
  it('is either kept or refused in a sentence, however it was changed on its way', async () => {
    const own = new EvidenceFiles(new FolderFiles(folder, 'changed'), SMALL_LIMITS);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...ALLOWED), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }), fc.nat(), async ([name, bytes], changes, cut) => {
      const changed = Buffer.from(bytes);
      for (const [at, byte] of changes) changed[at % changed.length] = byte;
      const put = await own.put(inPieces(cut % 3 === 0 ? changed.subarray(0, cut % changed.length) : changed, 333), { name });
      if (put.ok) return;
      assert.equal(put.faults[0]?.category, 'input', JSON.stringify(put.faults));
    }), { numRuns: 1_500 });
  });

  it('is never taken for something by what it begins with alone', async () => {
    const own = new EvidenceFiles(new FolderFiles(folder, 'noise'), SMALL_LIMITS);
    await fc.assert(fc.asyncProperty(fc.constantFrom('%PDF-', 'PK\u0003\u0004', '\u0089PNG\r\n\u001a\n', 'From: a\nDate: b\n'), fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom('a.pdf', 'a.docx', 'a.png', 'a.eml'), async (begins, rest, name) => {
      const put = await own.put(inPieces(Buffer.concat([Buffer.from(begins, 'latin1'), rest])), { name });
      if (!put.ok) return assert.equal(put.faults[0]?.category, 'input', JSON.stringify(put.faults));
      assert.equal(put.value.type, 'message/rfc822', 'only an e-mail may be followed by anything that is text');
    }), { numRuns: 500 });
  });
});
