import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';

/** Networks that are nobody's on the internet (IANA special-purpose registries): this machine, those beside it, and those for other ends. */
const SPECIAL_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** Of IPv6 only this is the internet; within it, networks that carry IPv4 addresses inside or are for other ends. */
const GLOBAL_6 = ['2000::', 3] as const;
const SPECIAL_6: readonly (readonly [string, number])[] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]];
/** The networks that organisations use inside. */
const INSIDE_4: readonly (readonly [string, number])[] = [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16]];

const special = new BlockList();
for (const [network, prefix] of SPECIAL_4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_6) special.addSubnet(network, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...GLOBAL_6, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
const inside = new BlockList();
for (const [network, prefix] of INSIDE_4) inside.addSubnet(network, prefix, 'ipv4');
inside.addSubnet('fc00::', 7, 'ipv6');

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** Whether an IP address is one of the internet, and no way into this machine or the network that it stands in. */
export const isPublic = (address: string): boolean => (isIPv4(address) ? !special.check(address, 'ipv4') : isIP(address) === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6'));

export const isLoopback = (address: string): boolean => loopback.check(address, familyOf(address));

/** Whether an IP address is one of a network within an organisation; link-local addresses, by which clouds tell secrets, are none. */
export const isInside = (address: string): boolean => inside.check(address, familyOf(address));

class NotPublic extends Error {
  readonly code = 'NOT_PUBLIC';
}

/** Looks a name up, and gives only addresses that may be connected to. @param isAllowed which may, beside those of the internet */
export const lookupAllowing = (isAllowed: (address: string) => boolean): LookupFunction => (hostname, options, found) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return found(error, '', 4);
    const allowed = addresses.filter(({ address }) => isPublic(address) || isAllowed(address));
    const [first] = allowed;
    // One private address among them is no oversight: nothing is sent there at all.
    if (first === undefined || allowed.length < addresses.length) return found(new NotPublic('This name leads into a private network.'), '', 4);
    return options.all === true ? found(null, allowed) : found(null, first.address, first.family);
  });
};
