/** A process that puts a file, slowly: `node one-putter.ts FOLDER BYTES`. Says `half` when half of it is written, then goes on. */
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { FolderFiles } from '../../src/register/files/stores/folder-files.ts';
import { text } from './behaviour.ts';

const [folder = '', bytes = '0'] = process.argv.slice(2);
const whole = Buffer.from(text(Number(bytes)));

async function* slowly(): AsyncGenerator<Uint8Array> {
  yield whole.subarray(0, whole.length / 2);
  process.stdout.write('half\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  yield whole.subarray(whole.length / 2);
}

await new EvidenceFiles(new FolderFiles(folder, 'small')).put(slowly(), { name: 'long.txt' });
