import { Unzip, UnzipInflate } from 'fflate';
import { Unreadable } from '../source.ts';

/** The parts of a packed file. */
export interface Zip {
  /** The text of a part; undefined where there is none of that name. */
  text(name: string): string | undefined;
}

const MOST_PARTS = 10_000;

/** So little is unpacked at a time that a part which grows a thousandfold is stopped soon after it passes the limit. */
const STEP = 16 * 1024;

/** Unpacks a ZIP file. A part that claims too much is not begun, and what comes out of the others is counted, whatever they claim. @throws Unreadable beyond the limit, or where it is damaged */
export function openZip(bytes: Uint8Array, most: number): Zip {
  const parts = new Map<string, Uint8Array[]>();
  let left = most;
  const unzip = new Unzip((part) => {
    if (parts.size >= MOST_PARTS) throw tooLarge(`It has more than ${MOST_PARTS} parts.`);
    // Pictures and printer settings hold nothing of a register.
    if (!/\.(?:xml|rels)$/i.test(part.name)) return;
    if ((part.originalSize ?? 0) > left) throw tooLarge(`Unpacked it is larger than ${Math.floor(most / 1024 / 1024)} MB.`);
    const chunks: Uint8Array[] = [];
    parts.set(part.name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(), chunks);
    part.ondata = (error, chunk) => {
      // What is thrown here comes back as an error of the unpacking.
      if (error !== null) throw error instanceof Unreadable ? error : damaged();
      left -= chunk.length;
      if (left < 0) throw tooLarge(`Unpacked it is larger than ${Math.floor(most / 1024 / 1024)} MB.`);
      chunks.push(chunk);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged();
  }
  return {
    text(name) {
      const chunks = parts.get(name.toLowerCase());
      if (chunks === undefined) return undefined;
      const whole = Buffer.concat(chunks);
      return new TextDecoder(whole[0] === 0xff && whole[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(whole);
    },
  };
}

const tooLarge = (why: string): Unreadable =>
  new Unreadable({ spot: 0, code: 'workbook-too-large', tell: () => ({ sentence: `The workbook is larger than any register. ${why} Split it.` }) });

/** The refusal of a workbook whose parts do not fit together. */
export const damaged = (): Unreadable =>
  new Unreadable({ spot: 0, code: 'workbook-damaged', tell: () => ({ sentence: 'The workbook is damaged. Open it in your spreadsheet program and save it again as .xlsx.', expected: 'a workbook saved as .xlsx' }) });
