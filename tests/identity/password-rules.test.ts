import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptablePassword } from '../../src/identity/password-rules.ts';

const taken = (password: string, names: readonly string[] = []): boolean => acceptablePassword(password, names).ok;

describe('A new password', () => {
  it('takes none of those that are tried first', () => {
    for (const one of ['passwordpassword', '123456789012', 'qwertyuiopasdf', 'Password123456', 'iloveyou1234567', 'abcabcabcabcabc', '!!!qwerty123!!!', 'administrator1', 'dragonmonkey', 'lkjhgfdsapoiuy']) assert.ok(!taken(one), one);
  });

  it('takes no name that others know', () => {
    const names = ['ann.example@council.example', 'Ann Example', 'Small Example Council'];
    for (const one of ['AnnExampleCouncil', 'smallexamplecouncil', 'answerable2026', 'councilanswerable']) assert.ok(!taken(one, names), one);
    assert.ok(taken('lantern gravel otter pedal', names));
  });

  it('takes any signs, however many, up to the most', () => {
    for (const one of ['lantern gravel otter pedal', 'только буквы здесь', '🦦🏮⛰️🚲🦦🏮⛰️🚲-otter-lantern', 'x7'.padEnd(13, 'qz4'), `${'lantern gravel '.repeat(4)}otter pedal ${'mill '.repeat(3)}`.trim()]) assert.ok(taken(one), one);
    assert.ok(taken(Array.from({ length: 128 }, (_, index) => String.fromCharCode(33 + ((index * 37) % 90))).join('')));
    assert.ok(!taken('a b c d e f'), 'shorter than twelve');
  });
});
