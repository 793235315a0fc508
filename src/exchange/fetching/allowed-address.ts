import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';

/** The addresses that a setting lists, with spaces or commas between; each the whole address of a service. */
export const addressesIn = (setting: string | undefined): readonly string[] => (setting ?? '').split(/[\s,]+/).filter((one) => one !== '');

/** The address of a service that is on the list, as it is to be asked; other addresses are never fetched. */
export function allowedAddress(written: string, allowed: readonly string[]): Result<URL> {
  const wrong = (sentence: string): Result<never> => refused({ category: 'input', code: 'wrong-address', sentence, found: written });
  if (!URL.canParse(written) || written.length > 500) return wrong(`${quoted(written)} is not an address: write a whole one, such as https://democracy.example.gov.uk/mgWebService.asmx.`);
  const url = new URL(written);
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') return wrong('The address has a name, a password, a `?` or a `#` in it. Leave them out.');
  const listed = allowed.filter((one) => URL.canParse(one)).map((one) => plain(new URL(one)));
  if (listed.includes(plain(url))) return ok(url);
  return wrong(listed.length === 0 ? `No address may be fetched from: whoever runs this machine lists them in ANSWERABLE_MODERN_GOV.` : `${quoted(written)} is not among the addresses that may be fetched from. Whoever runs this machine lists them in ANSWERABLE_MODERN_GOV.`);
}

const plain = ({ origin, pathname }: URL): string => `${origin}${pathname.replace(/\/+$/, '')}`.toLowerCase();
