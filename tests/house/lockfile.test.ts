import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> };

describe('the lockfile', () => {
  // npm leaves out what is for another machine where the registry it installs from lacks it; `npm ci` then refuses everywhere.
  it('has what its packages have for every machine, not for this one alone', () => {
    const lacking = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => ![`${place}/node_modules/${name}`, `node_modules/${name}`].some((at) => at in lock.packages)).map((name) => `${place}: ${name}`));
    assert.deepEqual(lacking, []);
  });
});
