import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { parseInstant } from '../../src/kernel/instant.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import type { RecordOfKind } from '../../src/model/kinds.ts';
import type { Entry } from '../../src/register/entry.ts';
import { Image } from '../../src/register/image.ts';
import { Snapshot } from '../../src/register/snapshot.ts';

const header: RegisterContent['header'] = { id: 'r', authority: { name: { en: 'Example' }, nation: 'wales' }, completeFor: ['posts'], thresholds: {} };

const post = (id: string, reportsTo: string | undefined, from?: string, until?: string): RecordOfKind<'posts'> => ({
  ref: `posts/${id}`, id, title: { en: id }, unit: undefined, reportsTo: reportsTo === undefined ? undefined : `posts/${reportsTo}`,
  designations: [], alsoResponsibleFor: [], grade: undefined,
  valid: { from: from === undefined ? undefined : date(from), until: until === undefined ? undefined : date(until) },
});

const restructured: RegisterContent = {
  header,
  records: { posts: [post('chief', undefined), post('head', 'chief', undefined, '2012-04-01'), post('head', 'director', '2012-04-01'), post('director', 'chief')] },
};

describe('A snapshot', () => {
  it('has the versions that are valid on its date, and every version on the other plane', () => {
    const line = (on: string) => new Snapshot(restructured, date(on)).get('posts/head')?.reportsTo;
    assert.equal(line('2012-03-31'), 'posts/chief');
    assert.equal(line('2012-04-01'), 'posts/director');
    assert.equal(new Snapshot(restructured, date('2012-04-01')).where('posts', 'id', 'head', 'ever').length, 2);
  });

  it('finds records by the value of a field, and nothing for a value that is not there', () => {
    const snapshot = new Snapshot(restructured, date('2012-05-01'));
    assert.deepEqual(snapshot.where('posts', 'reportsTo', 'posts/chief').map(({ id }) => id), ['director']);
    assert.deepEqual(snapshot.where('posts', 'reportsTo', 'posts/nobody'), []);
    assert.equal(snapshot.get('posts/nobody'), undefined);
  });

  it('is not changed by an overlay, whose reader sees the change through every index', () => {
    const before = new Snapshot(restructured, date('2012-05-01'));
    assert.equal(before.where('posts', 'reportsTo', 'posts/director').length, 1);
    const moved = before.with([{ kind: 'posts', id: 'head', from: date('2012-05-01'), record: post('head', 'chief') }]);
    assert.deepEqual(moved.where('posts', 'reportsTo', 'posts/chief').map(({ id }) => id), ['director', 'head']);
    assert.equal(moved.where('posts', 'reportsTo', 'posts/director').length, 0);
    assert.equal(before.where('posts', 'reportsTo', 'posts/director').length, 1);
    assert.deepEqual(moved.where('posts', 'id', 'head', 'ever').map(({ valid }) => valid.until), [date('2012-04-01'), date('2012-05-01'), undefined]);
  });

  it('names as changed the buckets that the overlay touches and no other', () => {
    const before = new Snapshot(restructured, date('2012-05-01'));
    const touched = before.bucket('now', 'posts', 'reportsTo', 'posts/director');
    const untouched = before.bucket('now', 'posts', 'id', 'chief');
    const changed = before.with([{ kind: 'posts', id: 'head', from: date('2012-05-01') }]).bucketsChangedFrom(before);
    assert.equal(changed.has(touched), true);
    assert.equal(changed.has(untouched), false);
  });

  it('takes an overlay on an overlay as one', () => {
    const before = new Snapshot(restructured, date('2012-05-01'));
    const gone = before.with([{ kind: 'posts', id: 'head', from: date('2012-05-01') }]);
    const back = gone.with([{ kind: 'posts', id: 'head', from: date('2012-05-01'), record: post('head', 'chief') }]);
    assert.equal(gone.get('posts/head'), undefined);
    assert.equal(back.get('posts/head')?.reportsTo, 'posts/chief');
    assert.equal(back.root, before);
  });

  it('knows only what was recorded by the instant asked for', () => {
    const entry = (number: number, at: string, reportsTo: string): Entry => ({
      number, recordedAt: parseInstant(at) ?? assert.fail(), actor: { person: 'p' }, act: 'record.put', reason: 'test',
      changes: [{ kind: 'posts', id: 'head', from: date('2012-01-01'), record: post('head', reportsTo) }],
    });
    const image = new Image();
    image.apply({ ...entry(0, '2012-01-05T09:00:00Z', 'chief'), header }, 'first');
    image.apply(entry(1, '2012-06-01T09:00:00Z', 'director'), 'second');
    const lineKnown = (at?: string) => image.snapshot(date('2012-03-01'), at === undefined ? undefined : parseInstant(at)).get('posts/head')?.reportsTo;
    assert.equal(lineKnown('2012-01-01T00:00:00Z'), undefined);
    assert.equal(lineKnown('2012-02-01T00:00:00Z'), 'posts/chief');
    assert.equal(lineKnown(), 'posts/director');
  });
});
