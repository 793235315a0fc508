import { keysIn } from '../../register/folder/files.ts';
import { verifierKey } from '../../register/log/note-key.ts';
import { actRequest } from '../../register/requests.ts';
import { proposeKey, rotateKey } from '../../register/rotation/key-acts.ts';
import { RegisterKeys } from '../../register/rotation/register-keys.ts';
import { Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { chosen, given, keeping, now } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption } from '../place.ts';

export const rotateKeyCommand: Command = {
  summary: 'Change the key that signs a kept register, by two people.',
  usage: `answerable rotate-key propose   --data DIR [--register ID] --as PERSON --reason TEXT [--post POST]
answerable rotate-key carry-out --data DIR [--register ID] --as PERSON --reason TEXT [--post POST] [--json]

  One person proposes it; within 28 days another carries it out. The checkpoint over the
  entry that says so is signed by both keys, later ones by the new key alone, and the old
  key is destroyed. Prints the new verifier key: publish it.
  ${PLACE_USAGE}`,
  async run([verb, ...args], terminal) {
    if (verb !== 'propose' && verb !== 'carry-out') throw new Misuse(`\`rotate-key ${verb ?? ''}\` is not a command. Did you mean \`rotate-key propose\` or \`rotate-key carry-out\`?`);
    const { values, positionals } = parsed(args, { ...KEPT, as: { type: 'string' }, reason: { type: 'string' }, post: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } });
    exactly(positionals);
    const place = placeOption(values);
    if (values.as === undefined || values.as === '') throw new Misuse('`--as PERSON` is missing.');
    if (values.reason === undefined || values.reason === '') throw new Misuse('`--reason TEXT` is missing.');
    const actor = { person: values.as, ...(values.post === undefined ? {} : { post: values.post }) };
    const asked = { actor, reason: values.reason, now: now(), key: values.key };
    const { entry, vkey } = await keeping(values, false, async (open) => {
      const register = await open.register(await chosen(open, values));
      const keys = new RegisterKeys('folder' in place ? keysIn(place.folder) : place.database.keys, register.id);
      const inForce = verifierKey(keys.inForce);
      // Made, and on the disk, before the entry that names it.
      const next = verb === 'propose' ? inForce : verifierKey(keys.next());
      const act = verb === 'propose' ? proposeKey(inForce) : rotateKey(inForce, next);
      const done = given(await register.perform(actRequest(act, {}, asked, {})));
      const said = (await register.latest()).entries[done.number]?.signingKey;
      return { entry: done.number, vkey: said !== undefined && 'to' in said ? said.to : inForce };
    });
    if (verb === 'propose') terminal.out(values.json === true ? `${JSON.stringify({ entry })}\n` : `${entry}\n`);
    else terminal.out(values.json === true ? `${JSON.stringify({ entry, verifierKey: vkey })}\n` : `${vkey}\n`);
    return EXIT.done;
  },
};
