import { quoted } from '../kernel/fault.ts';
import { Misuse } from './command.ts';

/** A directory outside through which people sign in (OpenID Connect). */
export interface DirectorySettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
}

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Where browsers find the pages: scheme, host and port. Plain HTTP carries passwords openly, so it is for this machine alone. */
export function publicAddress(written: string | undefined): URL | undefined {
  if (written === undefined) return undefined;
  const address = addressIn(written);
  if (address === undefined || address.pathname !== '/' || address.search !== '' || address.hash !== '' || address.username !== '') {
    throw new Misuse(`${quoted(written)} is no address of pages for \`--public-address\` and ANSWERABLE_PUBLIC_ADDRESS: write scheme and host and nothing after them, as in \`https://answerable.example.org\`, with https for any machine but this one.`);
  }
  return address;
}

/** The directory that the environment names, where it names one; all three of its variables or none. */
export function directorySettings(env: Readonly<Record<string, string | undefined>>, at: URL | undefined): DirectorySettings | undefined {
  const [issuer, clientId, clientSecret] = VARIABLES.map((name) => env[name] || undefined);
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Misuse(`To sign in through a directory, ${VARIABLES.join(', ')} belong together: ${VARIABLES.filter((name) => !env[name]).join(' and ')} is not set.`);
  }
  const address = addressIn(issuer);
  if (address === undefined) throw new Misuse(`${quoted(issuer)} is no issuer for ANSWERABLE_OIDC_ISSUER: write the address that the directory names as its issuer, with https.`);
  if (at === undefined) throw new Misuse('To sign in through a directory, say with `--public-address` or ANSWERABLE_PUBLIC_ADDRESS where browsers find these pages: the directory sends them back there.');
  return { issuer: address, clientId, clientSecret };
}

const VARIABLES = ['ANSWERABLE_OIDC_ISSUER', 'ANSWERABLE_OIDC_CLIENT_ID', 'ANSWERABLE_OIDC_CLIENT_SECRET'] as const;

function addressIn(written: string): URL | undefined {
  const address = URL.canParse(written) ? new URL(written) : undefined;
  const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && LOOPBACK.includes(address.hostname));
  return isSafe ? address : undefined;
}
