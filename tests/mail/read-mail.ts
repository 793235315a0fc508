/** A mail as a program of the reader's takes it apart. */
export interface ReadMail {
  readonly header: (name: string) => string | undefined;
  readonly text: string;
  readonly html: string | undefined;
}

/** Takes a message apart by RFC 5322 and RFC 2045: headers unfolded, words and bodies decoded. */
export function readMail(raw: string): ReadMail {
  const [headers, body] = parted(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [[headers, body] as const] : body.split(`--${boundary}`).slice(1, -1).map((part) => parted(part.replace(/^\r\n/, '')));
  const of = (type: string): string | undefined => {
    const found = parts.find(([own]) => (own.get('content-type') ?? 'text/plain').startsWith(type));
    return found === undefined ? undefined : decoded(found[1], found[0].get('content-transfer-encoding') ?? '7bit').replaceAll('\r\n', '\n');
  };
  return { header: (name) => headers.get(name.toLowerCase()), text: of('text/plain') ?? '', html: of('text/html') };
}

function parted(raw: string): readonly [ReadonlyMap<string, string>, string] {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())] as const);
  return [new Map(headers), raw.slice(end + 4)];
}

const words = (value: string): string =>
  value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, text: string) => (how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quotedPrintable(text.replaceAll('_', ' '))));

const decoded = (body: string, encoding: string): string => (encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\r\n/g, '')) : Buffer.from(body, 'latin1').toString('utf8'));

const quotedPrintable = (text: string): string => Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
