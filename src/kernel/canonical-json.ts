import canonicalize from 'canonicalize';

/** RFC 8785: the one text of a JSON value, so that a digest of it means the value. @throws for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only a JSON value has a canonical text.');
  return text;
}
