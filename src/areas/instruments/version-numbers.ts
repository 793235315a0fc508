/** The version of a new draft. */
export const FIRST_VERSION = '0.1';

/** The version after a change to what is being negotiated: `0.1` becomes `0.2`, `3` becomes `3.1`. */
export function nextVersion(version: string): string {
  const [, stem = '', last] = /^(.*?)(?:\.(\d+))?$/.exec(version) ?? [];
  if (last !== undefined) return `${stem}.${Number(last) + 1}`;
  return `${version}.1`;
}

/** The version with which the negotiation of what takes its place begins: `0.4` becomes `1.0`, `2` becomes `3.0`. */
export function renewedVersion(version: string): string {
  const major = /^\d+/.exec(version)?.[0];
  return major === undefined ? `${version}.1` : `${Number(major) + 1}.0`;
}
