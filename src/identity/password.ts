import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** argon2id as OWASP ASVS 5.0 asks at least: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);

/** The password's digest in the PHC form (`$argon2id$v=19$m=…`), with a salt of its own. */
export async function passwordDigest(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Takes as long where there is no digest as where there is one, so that nobody learns which accounts exist. */
export async function isPassword(password: string, digest: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = FORM.exec(digest ?? NOBODYS) ?? [];
  if (memory === undefined) throw new RangeError('This is not the digest of a password.');
  const found = await tagOf(password, Buffer.from(salt, 'base64'), { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) });
  return timingSafeEqual(found, Buffer.from(tag, 'base64')) && digest !== undefined;
}

const tagOf = (password: string, nonce: Uint8Array, cost: { readonly memory: number; readonly passes: number; readonly parallelism: number }): Promise<Buffer> =>
  // One way of writing a letter with an accent, whatever the keyboard made of it.
  derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: TAG_BYTES, ...cost });

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** A digest that no password has: its tag is all zero. */
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(new Uint8Array(SALT_BYTES))}$${unpadded(new Uint8Array(TAG_BYTES))}`;
