import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, it, type TestContext } from 'node:test';
import { faultInWords } from '../../src/kernel/fault.ts';
import type { Result } from '../../src/kernel/result.ts';
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { parseFileDigest, type FileDigest } from '../../src/register/files/file-digest.ts';
import type { FileLimits } from '../../src/register/files/file-limits.ts';
import type { FileStore } from '../../src/register/files/file-store.ts';
import { NotIntact } from '../../src/register/not-intact.ts';
import { ALLOWED, gathered, inPieces, word } from './samples.ts';

/** A place for files that a test may damage. */
export interface TestPlace {
  of(register: string): FileStore;
  /** Changes one byte of what is kept, behind the store's back; the file stays as long as it is. */
  damage(register: string, digest: FileDigest): Promise<void>;
  /** Cuts the last byte off. */
  cut(register: string, digest: FileDigest): Promise<void>;
}

export function good<T>(result: Result<T>): T {
  return result.ok ? result.value : assert.fail(result.faults.map(faultInWords).join('\n'));
}

export const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.faults[0]?.code);

export const digestOf = (bytes: Uint8Array | string): FileDigest => parseFileDigest(createHash('sha256').update(bytes).digest('hex')) ?? assert.fail();

export async function contentOf(files: EvidenceFiles, digest: FileDigest): Promise<Buffer> {
  const got = (await files.get(digest)) ?? assert.fail('It is not there.');
  return Buffer.concat(await got.content.toArray() as Buffer[]);
}

export const SMALL_LIMITS: FileLimits = { bytes: 600_000, unpackedBytes: 1_000_000, parts: 100 };

/** Twelve lines a kilobyte, all different. */
export const text = (bytes: number): string => Array.from({ length: Math.ceil(bytes / 80) }, (_, line) => `${String(line).padEnd(79, '.')}\n`).join('').slice(0, bytes);

/** What every place for files of evidence must do, whatever it is made of. */
export function behavesAsFiles(name: string, place: () => TestPlace, skip: string | false = false): void {
  const files = (register: string): EvidenceFiles => new EvidenceFiles(place().of(register), SMALL_LIMITS);
  let next = 0;
  const fresh = (): string => `register-${(next += 1)}`;
  const test = (title: string, run: (context: TestContext) => Promise<void>): void => void it(title, { skip }, run);

  describe(`Files of evidence in ${name}`, () => {
    test('come back as they were put, of every kind that is allowed, with what they are', async () => {
      const own = files(fresh());
      for (const [said, bytes, type] of ALLOWED) {
        const put = good(await own.put(inPieces(bytes, 100), { name: said }));
        assert.deepEqual(put, { digest: digestOf(bytes), bytes: bytes.length, type, name: said.replace('JPG', 'jpg') });
        assert.deepEqual((await own.get(put.digest))?.facts, { digest: put.digest, bytes: bytes.length, type });
        assert.deepEqual(await contentOf(own, put.digest), Buffer.from(bytes));
      }
      const listed = await gathered(own.list());
      assert.deepEqual(listed.map(({ digest }) => digest), ALLOWED.map(([, bytes]) => digestOf(bytes)).sort());
      assert.deepEqual((await gathered(own.check())).filter(({ state }) => state !== 'right'), []);
    });

    test('of many parts come back in order', async () => {
      const own = files(fresh());
      const long = text(599_999);
      const { digest } = good(await own.put(inPieces(long, 70_001), { name: 'long.txt' }));
      assert.equal((await contentOf(own, digest)).toString(), long);
    });

    test('are one file where the content is the same, whatever it is called and however many put it at once', async () => {
      const own = files(fresh());
      const bytes = word();
      const puts = await Promise.all(['a.docx', 'b.docx', 'c.docx', 'd.docx'].map((said) => own.put(inPieces(bytes), { name: said })));
      assert.deepEqual(puts.map((put) => good(put).digest), puts.map(() => digestOf(bytes)));
      assert.equal((await gathered(own.list())).length, 1);
      assert.deepEqual(await contentOf(own, digestOf(bytes)), Buffer.from(bytes));
    });

    test('may be as large as the limit, and not one byte more: the rest of the stream is not asked for', async () => {
      const own = files(fresh());
      assert.equal(good(await own.put(inPieces(text(600_000)), { name: 'full.txt' })).bytes, 600_000);
      assert.equal(codeOf(await own.put(inPieces(text(600_001)), { name: 'over.txt' })), 'file-too-large');
      let asked = 0;
      let isClosed = false;
      const endless = (async function* () {
        try {
          for (;;) yield Buffer.alloc(10_000, 97, (asked += 1) === 0 ? 'ascii' : undefined);
        } finally {
          isClosed = true;
        }
      })();
      assert.equal(codeOf(await own.put(endless, { name: 'endless.txt' })), 'file-too-large');
      assert.equal(asked, 61);
      assert.ok(isClosed);
      assert.equal((await gathered(own.list())).length, 1);
    });

    test('that are empty, or break off while they come, leave nothing behind', async () => {
      const own = files(fresh());
      assert.equal(codeOf(await own.put(inPieces(''), { name: 'nothing.txt' })), 'file-empty');
      const broken = new Readable({ read() {
        this.push('half');
        this.destroy(new Error('the connection was lost'));
      } });
      const put = await own.put(broken, { name: 'half.txt' });
      assert.equal(codeOf(put), 'file-cut-short');
      assert.deepEqual(await gathered(own.list()), []);
    });

    test('are never delivered whole where they were damaged or cut: the stream fails before its end', async () => {
      for (const harm of ['damage', 'cut'] as const) {
        const [register, long] = [fresh(), text(550_000)];
        const own = files(register);
        const { digest } = good(await own.put(inPieces(long), { name: 'long.txt' }));
        await place()[harm](register, digest);
        const got = (await own.get(digest)) ?? assert.fail();
        let received = 0;
        await assert.rejects(async () => {
          for await (const piece of got.content as AsyncIterable<Buffer>) received += piece.length;
        }, (error: Error) => error instanceof NotIntact && error.message.includes(digest));
        assert.ok(received < long.length, `${received} of ${long.length}`);
        assert.deepEqual((await gathered(own.check())).map(({ state }) => state), ['damaged']);
      }
    });

    test('that were damaged are mended when they are put again', async () => {
      const register = fresh();
      const own = files(register);
      const { digest } = good(await own.put(inPieces(text(300_000)), { name: 'long.txt' }));
      await place().damage(register, digest);
      assert.equal(good(await own.put(inPieces(text(300_000)), { name: 'long.txt' })).digest, digest);
      assert.deepEqual((await gathered(own.check())).map(({ state }) => state), ['right']);
      assert.equal((await contentOf(own, digest)).toString(), text(300_000));
    });

    test('of one register are not to be had from another', async () => {
      const [one, other] = [files(fresh()), files(fresh())];
      const { digest } = good(await one.put(inPieces('of one\n'), { name: 'one.txt' }));
      assert.equal(await other.has(digest), false);
      assert.equal(await other.get(digest), undefined);
      assert.equal(await other.remove(digest), false);
      assert.deepEqual(await gathered(other.list()), []);
      assert.equal(await one.has(digest), true);
    });

    test('are gone for good when they are removed, and only they', async () => {
      const own = files(fresh());
      const [kept, gone] = [good(await own.put(inPieces('kept\n'), { name: 'kept.txt' })).digest, good(await own.put(inPieces('gone\n'), { name: 'gone.txt' })).digest];
      assert.equal(await own.remove(gone), true);
      assert.equal(await own.remove(gone), false);
      assert.equal(await own.has(gone), false);
      assert.equal(await own.get(gone), undefined);
      assert.deepEqual((await gathered(own.list())).map(({ digest }) => digest), [kept]);
      assert.equal((await contentOf(own, kept)).toString(), 'kept\n');
      good(await own.put(inPieces('gone\n'), { name: 'gone.txt' }));
      assert.equal((await contentOf(own, gone)).toString(), 'gone\n');
    });
  });
}
