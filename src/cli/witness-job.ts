import { quoted, faultInWords } from '../kernel/fault.ts';
import { parseWitnessKey, type WitnessKey } from '../register/log/witness-key.ts';
import { NotIntact } from '../register/not-intact.ts';
import type { Registers } from '../register/registers.ts';
import type { Signed } from '../register/signed.ts';
import { askWitness } from '../register/witness/ask-witness.ts';
import { newestBy } from '../register/witness/cosigned-note.ts';
import { postSubmission, submissionAddress } from '../register/witness/post-submission.ts';
import { Misuse } from './command.ts';
import { keepCosignature, lastCosigned } from './cosignatures.ts';
import { given } from './kept.ts';
import type { KeptOptions } from './place.ts';

/** Something that a server does every so often. */
export interface ServingJob {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

export interface WitnessOptions {
  readonly witness?: string | undefined;
  readonly 'witness-key'?: string | undefined;
}

const EVERY_MS = 60_000;

/** Asking the witness that the options name, else the environment (this file alone reads it for that), if any, to cosign what is new in each register. */
export function witnessJobs(options: KeptOptions & WitnessOptions, registers: Registers): readonly ServingJob[] {
  const written = options.witness ?? (process.env['ANSWERABLE_WITNESS'] || undefined);
  const text = options['witness-key'] ?? (process.env['ANSWERABLE_WITNESS_KEY'] || undefined);
  if (written === undefined && text === undefined) return [];
  if (written === undefined || text === undefined) throw new Misuse('A witness is asked at its address and believed by its key: give both `--witness URL` and `--witness-key VKEY` (or ANSWERABLE_WITNESS and ANSWERABLE_WITNESS_KEY).');
  const address = submissionAddress(written);
  if (address === undefined) throw new Misuse(`${quoted(written)} is not the address of a witness: it is a web address, as \`witness serve\` prints it.`);
  const key = given(parseWitnessKey(text));
  const run = async (): Promise<void> => {
    for (const id of await registers.registers()) await ask({ ...options, register: id }, registers, id, key, address);
  };
  return [{ name: 'ask-witness', everyMs: EVERY_MS, run }];
}

/** @throws where the witness does not answer, or has seen what the register does not have */
async function ask(options: KeptOptions, registers: Registers, id: string, witness: WitnessKey, address: Parameters<typeof postSubmission>[0]): Promise<void> {
  const newest = async (): Promise<Signed> => {
    const signed = await (await registers.register(id)).signed();
    if (signed === undefined) throw new NotIntact(`The register \`${id}\` has no entry any more.`);
    return signed;
  };
  const { note } = await newest();
  if (newestBy(note.split('\n').map((line) => `${line}\n`), witness) !== undefined) return;
  const cosigned = await askWitness({ newest, witness, from: await lastCosigned(options, id, witness), post: (body) => postSubmission(address, body) });
  if (!cosigned.ok) throw new Error(cosigned.faults.map(faultInWords).join(' '));
  await keepCosignature(options, id, witness, cosigned.value);
}
