import { existsSync } from 'node:fs';
import { Identity } from '../../identity/identity.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { noRegister } from '../../register/folder/data-folder.ts';
import { accountsIn, databaseIn } from '../../register/folder/files.ts';
import { Misuse, InvalidInput, type Command, type Terminal } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { given, keptRegister, now } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';
import { folderOption } from '../place.ts';

const OPTIONS = { ...KEPT, address: { type: 'string' }, administrator: { type: 'boolean' }, json: { type: 'boolean' } } as const;
type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

export const userCommand: Command = {
  name: 'user',
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
  NAME is the e-mail address that somebody signs in with.`,
  async run(args, terminal) {
    const { values, positionals: [what, ...rest] } = parsed(args, OPTIONS);
    switch (what) {
      case 'invite':
        await invite(exactly(rest, 'PERSON')[0] ?? '', values, terminal);
        break;
      case 'list':
        exactly(rest);
        await list(values, terminal);
        break;
      case 'close':
      case 'password':
      case 'second-step':
        help(what, exactly(rest, 'NAME')[0] ?? '', values, terminal);
        break;
      default:
        throw new Misuse(`${what === undefined ? 'What to do is missing' : `${quoted(what)} is not done here`}: say \`invite\`, \`list\`, \`close\`, \`password\` or \`second-step\`.`);
    }
    return EXIT.done;
  },
};

async function invite(person: string, values: Values, terminal: Terminal): Promise<void> {
  const { id: register, image } = await keptRegister(values);
  const bare = person.replace(/^persons\//, '');
  if (image.versions('persons', bare).length === 0) {
    const sentence = `${quoted(bare)} is not a person of the register \`${register}\`.${didYouMean(bare, image.ids('persons'))}`;
    throw new InvalidInput([{ category: 'not-found', code: 'no-such-person', sentence, found: bare }]);
  }
  withAccounts(values, (identity) => {
    if (identity.accounts.ofPerson(register, `persons/${bare}`) !== undefined) {
      throw new InvalidInput([{ category: 'conflict', code: 'account-there', sentence: `${quoted(bare)} has an account already. \`answerable user password\` helps somebody back in.`, found: bare }]);
    }
    const secret = identity.links.make({ purpose: 'invitation', register, person: `persons/${bare}`, madeBy: 'the command line' }, now());
    terminal.out(`${linkAt(values, `/en/join/${secret}`)}\n`);
  });
}

async function list(values: Values, terminal: Terminal): Promise<void> {
  const { id: register } = await keptRegister(values);
  withAccounts(values, (identity) => {
    const accounts = identity.accounts.of(register).map((account) => ({ name: account.name, person: account.person, secondFactor: identity.hasSecondStep(account), closedAt: account.closedAt }));
    if (values.json === true) terminal.out(`${JSON.stringify(accounts, null, 2)}\n`);
    else for (const { name, person, secondFactor, closedAt } of accounts) terminal.out(`${name}  ${person}  ${closedAt === undefined ? (secondFactor ? 'with a second step' : 'a password alone') : `closed ${closedAt}`}\n`);
  });
}

function help(what: 'close' | 'password' | 'second-step', name: string, values: Values, terminal: Terminal): void {
  withAccounts(values, (identity) => {
    const account = identity.accounts.named(name);
    if (account === undefined || account.closedAt !== undefined) throw new InvalidInput([{ category: 'not-found', code: 'no-such-account', sentence: `There is no open account with the name ${quoted(name)}.`, found: name }]);
    if (what === 'close') return identity.accounts.close(account.id, now());
    if (what === 'second-step') return identity.forgetSecondStep(account.id);
    const secret = identity.links.make({ purpose: 'new-password', register: account.register, person: account.person, madeBy: 'the command line' }, now());
    return terminal.out(`${linkAt(values, `/en/join/${secret}`)}\n`);
  });
}

function withAccounts(values: Values, work: (identity: Identity) => void): void {
  const folder = folderOption(values);
  if (!existsSync(databaseIn(folder))) given(noRegister(folder));
  const identity = new Identity(accountsIn(folder));
  try {
    work(identity);
  } finally {
    identity.close();
  }
}

const linkAt = ({ address = 'http://127.0.0.1:3000' }: Values, path: string): string => new URL(path, address).href;
