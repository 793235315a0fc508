import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { base64 } from '../../register/log/base64.ts';
import { parseVerifierKey, type VerifierKey } from '../../register/log/note-key.ts';
import { parseWitnessKey, witnessKeyText } from '../../register/log/witness-key.ts';
import { askWitness } from '../../register/witness/ask-witness.ts';
import { timeOf } from '../../register/witness/cosigned-note.ts';
import { postSubmission, submissionAddress } from '../../register/witness/post-submission.ts';
import { witnessKeyOf } from '../../register/witness/witness-folder.ts';
import { Misuse, type Command, type Terminal } from '../command.ts';
import { keepCosignature, lastCosigned } from '../cosignatures.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { given, keptRegister, now } from '../kept.ts';
import { portOption, toldToStop } from '../listening.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';

/** Next to the usual port of the pages. */
const USUAL_PORT = 3001;

const PARTS: Readonly<Record<string, (args: readonly string[], terminal: Terminal) => Promise<ExitCode>>> = { serve, ask, vkey };

export const witness: Command = {
  summary: 'Run a witness for others, or ask one to vouch for a register.',
  usage: `answerable witness serve --data DIR --trust VKEY... [--port N] [--host H] [--name NAME]
answerable witness ask URL --data DIR --vkey WITNESS-VKEY [--register ID] [--json]
answerable witness vkey --data DIR

  A witness (C2SP tlog-witness) remembers the newest checkpoint of each register whose
  verifier key it trusts, and cosigns only what continues it: nobody can then rewrite
  what it has seen. It belongs with another organisation than the register.

  serve prints the witness's verifier key and its address, a line each, and answers
  until it is stopped. NAME is given once, at the first start. PORT and HOST may be
  set in the environment; without them 127.0.0.1:${USUAL_PORT} is taken.
  ask sends the newest checkpoint and keeps the cosignature. Exit code 5 where the
  witness has seen what this register does not have: it was rolled back or rewritten.
  ${PLACE_USAGE}
  vkey prints the witness's verifier key.`,
  async run([name, ...args], terminal) {
    const part = PARTS[name ?? ''];
    if (part === undefined) throw new Misuse(name === undefined ? 'Say what: `serve`, `ask` or `vkey`.' : `${quoted(name)} is not something that \`witness\` does.${didYouMean(name, Object.keys(PARTS))}`);
    return part(args, terminal);
  },
};

async function serve(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parsed(args, { data: KEPT.data, trust: { type: 'string', multiple: true }, port: { type: 'string' }, host: { type: 'string' }, name: { type: 'string' } });
  const folder = witnessFolder(values.data);
  const trusted = trustedKeys([...(values.trust ?? []), ...positionals]);
  const port = portOption(values.port ?? (terminal.env['PORT'] || undefined)) ?? USUAL_PORT;
  const host = values.host ?? (terminal.env['HOST'] || '127.0.0.1');
  const stopped = toldToStop();
  const { Witness } = await import('../../register/witness/witness.ts');
  const { serveWitness } = await import('../../register/witness/witness-server.ts');
  const opened = given(Witness.open({ folder, name: values.name, trusted, now: now() }));
  try {
    const served = given(await serveWitness(opened, { host, port, tell: (sentence) => terminal.err(`${sentence}\n`) }));
    terminal.out(`${witnessKeyText(opened.key)}\n${served.url}\n`);
    await stopped;
    await served.close();
  } finally {
    opened.close();
  }
  return EXIT.done;
}

function trustedKeys(written: readonly string[]): ReadonlyMap<string, readonly VerifierKey[]> {
  if (written.length === 0) throw new Misuse('Say with `--trust VKEY` which registers the witness is to watch: their verifier keys, as `answerable vkey` prints them.');
  const trusted = new Map<string, VerifierKey[]>();
  for (const text of written) {
    const key = parseVerifierKey(text);
    if (!key.ok) throw new Misuse(`${key.faults.map(({ sentence }) => sentence).join(' ')} \`--trust\` takes the key that \`answerable vkey\` prints.`);
    trusted.set(key.value.name, [...(trusted.get(key.value.name) ?? []), key.value]);
  }
  return trusted;
}

async function ask(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parsed(args, { ...KEPT, vkey: { type: 'string' }, json: { type: 'boolean' } });
  const [written = ''] = exactly(positionals, 'URL');
  const address = submissionAddress(written);
  if (address === undefined) throw new Misuse(`${quoted(written)} is not the address of a witness: it is a web address, as \`witness serve\` prints it.`);
  if (values.vkey === undefined) throw new Misuse('Say with `--vkey` which witness is to be believed: its verifier key, which those who run it publish.');
  const key = given(parseWitnessKey(values.vkey));
  let register = await keptRegister(values);
  const from = await lastCosigned(values, register.id, key);
  let read = 0;
  const newest = async (): Promise<{ note: string; tree: typeof register.tree }> => {
    if ((read += 1) > 1) register = await keptRegister(values);
    return { note: register.checkpoint, tree: register.tree };
  };
  const cosigned = given(await askWitness({ newest, witness: key, from, post: (body) => postSubmission(address, body) }));
  await keepCosignature(values, register.id, key, cosigned);
  const { checkpoint: { origin, size, root }, cosignature } = cosigned;
  const [at, said] = [timeOf(cosignature.time), { by: key.name, origin, size, root: base64(root) }];
  terminal.out(values.json === true ? `${JSON.stringify({ state: 'witnessed', at, ...said }, null, 2)}\n` : `witnessed by ${said.by} at ${at}: ${size} entries of ${origin}, root ${said.root}\n`);
  return EXIT.done;
}

async function vkey(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parsed(args, { data: KEPT.data });
  exactly(positionals);
  terminal.out(`${witnessKeyText(given(witnessKeyOf(witnessFolder(values.data))))}\n`);
  return Promise.resolve(EXIT.done);
}

function witnessFolder(data: string | undefined): string {
  if (data === undefined || data === '') throw new Misuse('Say with `--data DIR` where the witness lies.');
  return data;
}
