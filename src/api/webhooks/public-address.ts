import { isIP } from 'node:net';
import { isLoopback, isPublic } from '../../exchange/fetching/internet-address.ts';
import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';

/** An address to which something may be sent, as far as it can be told before its name is looked up. @param toLoopback whether this machine counts too, over plain HTTP */
export function webhookAddress(written: string, toLoopback: boolean): Result<URL> {
  const wrong = (sentence: string): Result<never> => refused({ category: 'input', code: 'wrong-address', sentence, place: { path: 'address' }, found: written });
  if (!URL.canParse(written) || written.length > 1000) return wrong(`${quoted(written)} is not an address: write a whole one, such as https://example.org/answerable.`);
  const url = new URL(written);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.username !== '' || url.password !== '' || url.hash !== '') return wrong('The address has a name, a password or a `#` in it. Leave them out.');
  const isHere = host === 'localhost' || (isIP(host) !== 0 && isLoopback(host));
  if (toLoopback && isHere && (url.protocol === 'http:' || url.protocol === 'https:')) return ok(url);
  if (url.protocol !== 'https:') return wrong(`${quoted(written)} does not begin with https: what is sent must not be read on the way.`);
  if (isHere || (isIP(host) !== 0 && !isPublic(host))) return wrong(`${quoted(host)} is not an address of the internet: nothing is sent into this machine’s own network.`);
  return ok(url);
}
