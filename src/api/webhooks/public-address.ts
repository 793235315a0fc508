import { BlockList, isIP, isIPv4 } from 'node:net';
import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';

/** Networks that are nobody's on the internet (IANA special-purpose registries): this machine, those beside it, and those for other ends. */
const SPECIAL_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** Of IPv6 only this is the internet; within it, networks that carry IPv4 addresses inside or are for other ends. */
const GLOBAL_6 = ['2000::', 3] as const;
const SPECIAL_6: readonly (readonly [string, number])[] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]];

const special = new BlockList();
for (const [network, prefix] of SPECIAL_4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_6) special.addSubnet(network, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...GLOBAL_6, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an IP address is one of the internet, and no way into this machine or the network that it stands in. */
export const isPublic = (address: string): boolean => (isIPv4(address) ? !special.check(address, 'ipv4') : isIP(address) === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6'));

export const isLoopback = (address: string): boolean => loopback.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

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
