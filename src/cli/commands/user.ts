import type { Tables } from '../../database/tables.ts';
import type { Identity } from '../../identity/identity.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { Misuse, InvalidInput, type Command, type Terminal } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { keptRegister, now } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption } from '../place.ts';
import { withSideDatabase } from '../side-database.ts';

const OPTIONS = { ...KEPT, address: { type: 'string' }, administrator: { type: 'boolean' }, json: { type: 'boolean' } } as const;
type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

/** @param rooms what is kept beside the registers */
export const userCommand = (rooms: readonly Tables[]): Command => ({
  summary: 'Invite somebody to sign in, list accounts, close one, help one back in.',
  usage: `answerable user invite PERSON --data DIR [--register ID] [--address URL]
answerable user list         --data DIR [--register ID] [--json]
answerable user close NAME   --data DIR
answerable user password NAME --data DIR [--address URL]
answerable user second-step NAME --data DIR

  PERSON is the id of a person of the register: what they may see and do follows from the
  posts that they hold. The link that is printed lets in once: fourteen days for an
  invitation, an hour for a new password. URL is where the pages are served.
  Once anybody was invited, \`answerable serve --data DIR\` asks everybody to sign in.
  second-step takes away the app, the passkeys and the recovery codes of somebody who lost
  them: they set up new ones when they next sign in.
  NAME is the e-mail address that somebody signs in with. Where an account was closed, its
  person can be invited again.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals: [what, ...rest] } = parsed(args, OPTIONS);
    const withAccounts: WithAccounts = (work) => withSideDatabase(placeOption(values), rooms, async (database) => work(new (await import('../../identity/identity.ts')).Identity(database)));
    switch (what) {
      case 'invite':
        await invite(exactly(rest, 'PERSON')[0] ?? '', values, terminal, withAccounts);
        break;
      case 'list':
        exactly(rest);
        await list(values, terminal, withAccounts);
        break;
      case 'close':
      case 'password':
      case 'second-step':
        await help(what, exactly(rest, 'NAME')[0] ?? '', values, terminal, withAccounts);
        break;
      default:
        throw new Misuse(`${what === undefined ? 'What to do is missing' : `${quoted(what)} is not done here`}: say \`invite\`, \`list\`, \`close\`, \`password\` or \`second-step\`.`);
    }
    return EXIT.done;
  },
});

type WithAccounts = (work: (identity: Identity) => Promise<void>) => Promise<void>;

async function invite(person: string, values: Values, terminal: Terminal, withAccounts: WithAccounts): Promise<void> {
  const { id: register, image } = await keptRegister(values);
  const bare = person.replace(/^persons\//, '');
  if (image.versions('persons', bare).length === 0) {
    const sentence = `${quoted(bare)} is not a person of the register \`${register}\`.${didYouMean(bare, image.ids('persons'))}`;
    throw new InvalidInput([{ category: 'not-found', code: 'no-such-person', sentence, found: bare }]);
  }
  await withAccounts(async (identity) => {
    if ((await identity.accounts.ofPerson(register, `persons/${bare}`)) !== undefined) {
      throw new InvalidInput([{ category: 'conflict', code: 'account-there', sentence: `${quoted(bare)} has an account already. \`answerable user password\` helps somebody back in.`, found: bare }]);
    }
    const secret = await identity.links.make({ purpose: 'invitation', register, person: `persons/${bare}`, madeBy: 'the command line' }, now());
    terminal.out(`${linkAt(values, `/en/join/${secret}`)}\n`);
  });
}

async function list(values: Values, terminal: Terminal, withAccounts: WithAccounts): Promise<void> {
  const { id: register } = await keptRegister(values);
  await withAccounts(async (identity) => {
    const open = await Promise.all((await identity.accounts.of(register)).map(async (account) => ({ name: account.name, person: account.person, secondFactor: await identity.hasSecondStep(account) })));
    const closed = await identity.accounts.closedOf(register);
    if (values.json === true) {
      terminal.out(`${JSON.stringify([...open, ...closed], null, 2)}\n`);
      return;
    }
    for (const { name, person, secondFactor } of open) terminal.out(`${name}  ${person}  ${secondFactor ? 'with a second step' : 'a password alone'}\n`);
    for (const { name, person, closedAt } of closed) terminal.out(`${name}  ${person}  closed ${closedAt}\n`);
  });
}

async function help(what: 'close' | 'password' | 'second-step', name: string, values: Values, terminal: Terminal, withAccounts: WithAccounts): Promise<void> {
  await withAccounts(async (identity) => {
    const account = await identity.accounts.named(name);
    if (account === undefined) throw new InvalidInput([{ category: 'not-found', code: 'no-such-account', sentence: `There is no open account with the name ${quoted(name)}.`, found: name }]);
    if (what === 'close') return identity.accounts.close(account.id, now());
    if (what === 'second-step') return identity.forgetSecondStep(account.id);
    const secret = await identity.links.make({ purpose: 'new-password', register: account.register, person: account.person, madeBy: 'the command line' }, now());
    return terminal.out(`${linkAt(values, `/en/join/${secret}`)}\n`);
  });
}

const linkAt = ({ address = 'http://127.0.0.1:3000' }: Values, path: string): string => new URL(path, address).href;
