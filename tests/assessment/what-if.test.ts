import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readOverlay } from '../../src/assessment/overlay-file.ts';
import { changesOf, type Proposal } from '../../src/assessment/proposals.ts';
import { compare, comparisonAnswer } from '../../src/assessment/what-if.ts';
import { assess, type Assessment } from '../../src/assessment/assess.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { structureOf } from '../../src/rules/structure-type.ts';
import { expectation, judged, SMALL, WITH_DEPUTY } from './small-register.ts';

const folder = mkdtempSync(join(tmpdir(), 'overlay-'));
after(() => rmSync(folder, { recursive: true }));

function proposed(before: Assessment, proposal: Proposal) {
  const changes = changesOf(before.snapshot, proposal);
  assert.ok(changes.ok, changes.ok ? '' : changes.faults.map(faultInWords).join());
  return { comparison: compare(before, changes.value), changes: changes.value };
}

const UNITS = SMALL
  .replace('posts:', 'units:\n  - { id: social, name: Social Services, level: directorate }\n  - { id: learning, name: Education, level: directorate }\n  - { id: family, name: Family services, level: service, parent: social }\nposts:\n  - { id: school, title: Director of Education, designations: [director-of-education], reportsTo: chief, unit: learning }\n  - { id: head-kids, title: Head of Children, designations: [head-of-children-services], reportsTo: director, unit: family }')
  .replace('reportsTo: chief }\n  - { id: deputy', 'reportsTo: chief, unit: social }\n  - { id: deputy');

describe('What if', () => {
  it('a post were vacant: what it held falls, and says why', async () => {
    const { comparison } = proposed(await judged(SMALL), { type: 'vacate', post: 'director' });
    const { changes } = comparisonAnswer(comparison, 'en');
    const change = changes.find(({ expectation: id, lens }) => id === 'designation.post' && lens === 'practice');
    assert.deepEqual([change?.before, change?.after], ['met', 'not-met']);
    assert.match(change?.because.map(({ text }) => text).join(' ') ?? '', /somebody who holds Director/i);
    assert.equal(expectation(comparison.before, 'designation.post').practice.verdict, 'met');
  });

  it('a post with a named deputy were vacant: the deputy acts', async () => {
    const { comparison } = proposed(await judged(WITH_DEPUTY), { type: 'vacate', post: 'director' });
    assert.equal(expectation(comparison.after, 'designation.post').practice.verdict, 'met');
  });

  it('two posts were merged: the one that stays takes the designations, the seats and the line', async () => {
    const { comparison } = proposed(await judged(SMALL), { type: 'merge', post: 'director', into: 'deputy' });
    const { after: later } = comparison;
    assert.deepEqual(later.snapshot.where('posts', 'designations', 'director-of-social-services').map(({ id }) => id), ['deputy']);
    assert.equal(later.snapshot.get('posts/deputy')?.reportsTo, 'posts/chief');
    assert.equal(later.snapshot.get('seats/s1')?.holder, 'posts/deputy');
    assert.equal(later.snapshot.get('posts/director'), undefined);
  });

  it('a unit were moved: its head reports to the head of the other, and the structure follows from the line', async () => {
    const before = await judged(UNITS);
    assert.equal(structureOf(before.facts, 'director-of-social-services').type, 'single');
    const { comparison } = proposed(before, { type: 'move', unit: 'family', under: 'learning' });
    assert.equal(structureOf(comparison.after.facts, 'director-of-social-services').type, 'dual');
  });

  it('a post were put in another line: what reports to it goes with it, and a line to itself is refused', async () => {
    const before = await judged(UNITS);
    const { comparison } = proposed(before, { type: 'line', post: 'head-kids', under: 'school' });
    assert.equal(comparison.after.snapshot.get('posts/head-kids')?.reportsTo, 'posts/school');
    assert.equal(structureOf(comparison.after.facts, 'director-of-social-services').type, 'dual');
    const refused = changesOf(before.snapshot, { type: 'line', post: 'director', under: 'director' });
    assert.equal(refused.ok ? '' : refused.faults[0]?.code, 'line-to-itself');
  });

  it('an overlay comes to the same as a register that says so from the start', async () => {
    const before = await judged(SMALL);
    const { comparison } = proposed(before, { type: 'vacate', post: 'director' });
    const written = await judged(SMALL.replace('post: director, basis: permanent, from: 2010-01-01', 'post: director, basis: permanent, from: 2010-01-01, until: 2012-12-10'));
    const verdicts = (one: Assessment) => one.judged.map(({ compiled, paper, practice, resilient, diagnosis }) => [compiled.expectation.id, paper.verdict, practice.verdict, resilient.verdict, diagnosis]);
    assert.deepEqual(verdicts(comparison.after), verdicts(written));
    assert.deepEqual(verdicts(assess(comparison.after.snapshot, before.compiled, before.facts.lookBack)), verdicts(written));
  });

  it('a post that does not exist is refused with the nearest', async () => {
    const refused = changesOf((await judged(SMALL)).snapshot, { type: 'vacate', post: 'directer' });
    assert.ok(!refused.ok);
    assert.match(faultInWords(refused.faults[0] ?? assert.fail()), /`directer` is not the id of one of the posts on 2012-12-10\. Did you mean `director`\?/);
  });
});

describe('An overlay file', () => {
  async function overlay(text: string) {
    const path = join(folder, 'overlay.yaml');
    writeFileSync(path, text);
    const before = await judged(SMALL);
    return { before, changes: await readOverlay(path, before.snapshot, before.compiled.pack) };
  }

  it('puts records in place and carries proposals', async () => {
    const { before, changes } = await overlay('vacate: [deputy]\nseats:\n  - { id: s1, body: cmt, holder: director, role: in-attendance }\n');
    assert.ok(changes.ok, changes.ok ? '' : changes.faults.map(faultInWords).join('\n'));
    const { after: later } = compare(before, changes.value);
    assert.equal(expectation(later, 'access.corporate-management-team').paper.verdict, 'not-met');
    assert.equal(later.snapshot.where('appointments', 'post', 'posts/deputy').length, 0);
  });

  it('is checked as part of the whole register: references, words and keys, all faults at once', async () => {
    const { changes } = await overlay('seats:\n  - { id: s1, body: cmmt, holder: director, role: membr }\n');
    assert.ok(!changes.ok);
    const said = changes.faults.map(faultInWords).join('\n');
    assert.match(said, /overlay\.yaml.*`cmmt`/);
    assert.match(said, /overlay\.yaml.*`membr`.*`member`/);
  });

  it('refuses a key that is neither a kind nor a proposal', async () => {
    const { changes } = await overlay('vacat: [director]\n');
    assert.ok(!changes.ok);
    assert.match(faultInWords(changes.faults[0] ?? assert.fail()), /overlay\.yaml:1.*`vacat` is not expected here\. Did you mean `vacate`\?/);
  });
});
