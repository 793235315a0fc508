import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { EXAMPLE } from './example.ts';
import { register } from './reading.ts';

describe('the example of the model', () => {
  it('is read exactly', async () => {
    assert.deepStrictEqual(await register(EXAMPLE), {
      header: {
        id: 'cwm-example',
        authority: { name: { en: 'Cwm Example County Borough Council', cy: 'Cyngor Bwrdeistref Sirol Cwm Esiampl' }, nation: 'wales' },
        pack: 'wales-2009',
        completeFor: ['posts', 'appointments', 'bodies', 'seats', 'instruments'],
        asAt: '2012-12-10',
        thresholds: {},
      },
      records: {
        posts: [
          { ref: 'posts/chief-executive', id: 'chief-executive', title: { en: 'Chief Executive' }, designations: ['head-of-paid-service'], alsoResponsibleFor: [], valid: {} },
          {
            ref: 'posts/director', id: 'director', title: { en: 'Corporate Director Social Services' }, designations: ['director-of-social-services'], alsoResponsibleFor: [],
            reportsTo: 'posts/chief-executive', valid: {},
          },
        ],
        persons: [
          { ref: 'persons/p1', id: 'p1', name: { en: 'Fictional Person' }, competencies: [], qualifications: [], registrations: [{ body: 'CCW', number: 'W/1', from: '2009-04-01' }], valid: {} },
        ],
        appointments: [{ ref: 'appointments/a1', id: 'a1', person: 'persons/p1', post: 'posts/director', basis: 'permanent', valid: { from: '2010-05-01' } }],
        series: [
          {
            ref: 'series/one-to-one', id: 'one-to-one', title: { en: 'Monthly one-to-one' }, between: ['posts/chief-executive', 'posts/director'], frequency: 'P1M',
            formal: { agenda: true, record: true }, complete: true, valid: {},
          },
        ],
        meetings: [
          {
            ref: 'meetings/m1', id: 'm1', series: 'series/one-to-one', on: '2012-11-05', held: true, record: 'notes', attended: ['posts/chief-executive', 'posts/director'], apologies: [], invited: [], declarations: [], minutesApprovedBy: [],
            items: [{ number: '1', title: { en: 'Safeguarding referrals' }, themes: ['safeguarding'], functions: [] }], valid: {},
          },
        ],
      },
    });
  });

  it('is read the same as JSON', async () => {
    assert.deepStrictEqual(await register(JSON.stringify(parse(EXAMPLE)), 'x.json'), await register(EXAMPLE));
  });
});
