import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { answerOf, type AssessmentAnswer, type ExpectationAnswer } from '../../src/assessment/answer.ts';
import { assess } from '../../src/assessment/assess.ts';
import type { Diagnosis } from '../../src/assessment/diagnosis.ts';
import { openRegister, readingDate, readingLookBack, snapshotOf, type OpenRegister } from '../../src/assessment/open-register.ts';
import { changesOf } from '../../src/assessment/proposals.ts';
import { compare, comparisonAnswer } from '../../src/assessment/what-if.ts';
import { date } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';

const root = join(dirname(import.meta.dirname), '..');
const SIX = ['secured', 'person-dependent', 'despite-the-arrangements', 'on-paper-only', 'exposed', 'not-known'] as const;

/** An example register with what it answers on each date, worked out once a date. */
class Demo {
  readonly file: string;
  #register: OpenRegister | undefined;
  readonly #answers = new Map<string, AssessmentAnswer>();

  constructor(name: string) {
    this.file = join(root, 'examples', name, 'register.yaml');
  }

  async open(): Promise<void> {
    const read = await openRegister(this.file);
    if (!read.ok) assert.fail(read.faults.map(faultInWords).join('\n'));
    this.#register = read.value;
  }

  get register(): OpenRegister {
    assert.ok(this.#register);
    return this.#register;
  }

  assessed(on?: string) {
    const day = readingDate(this.register, on === undefined ? undefined : date(on));
    return assess(snapshotOf(this.register, day), this.register.compiled, readingLookBack(this.register));
  }

  on(day: string): AssessmentAnswer {
    const known = this.#answers.get(day) ?? answerOf(this.assessed(day), 'en');
    this.#answers.set(day, known);
    return known;
  }

  expectation(id: string, day: string): ExpectationAnswer {
    const found = this.on(day).expectations.find((one) => one.id === id);
    assert.ok(found, `no expectation ${id}`);
    return found;
  }

  /** The diagnosis of one expectation on each of these days. */
  through(id: string, ...days: readonly string[]): readonly Diagnosis[] {
    return days.map((day) => this.expectation(id, day).diagnosis);
  }

  /** What a lens says of an expectation, its reasons and what is missing, in one string. */
  told(id: string, day: string, lens: 'paper' | 'practice' | 'resilient'): string {
    const answer = this.expectation(id, day);
    const missing = lens === 'resilient' ? [] : answer[lens].missing;
    return [...answer[lens].because, ...missing].map(({ text }) => text).join(' ');
  }

  gaps(day: string): readonly string[] {
    return this.on(day).reach.filter(({ gap }) => gap).map((one) => one.function);
  }

  vacated(post: string) {
    const before = this.assessed();
    const changes = changesOf(before.snapshot, { type: 'vacate', post });
    assert.ok(changes.ok);
    return comparisonAnswer(compare(before, changes.value), 'en').changes;
  }

  exitCode(): number {
    try {
      execFileSync(process.execPath, [join(root, 'src/cli/main.ts'), 'assess', this.file, '--json'], { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
      return 0;
    } catch (error) {
      return Number((error as { readonly status?: unknown }).status);
    }
  }
}

const records = ({ content }: OpenRegister): number => Object.values(content.records).reduce((sum, kind) => sum + kind.length, 0);

const lacking = ({ summary }: AssessmentAnswer): readonly Diagnosis[] => SIX.filter((diagnosis) => summary[diagnosis] === 0);

describe('the Welsh example', () => {
  const demo = new Demo('demo-wales');
  const [TOGETHER, RESTRUCTURED, INTERIM, NOW] = ['2011-03-31', '2011-12-31', '2012-03-31', '2012-12-10'] as const;

  before(() => demo.open());

  it('reads without fault, says that it is fictional and stands at its own date', () => {
    const { content } = demo.register;
    assert.ok(records(demo.register) > 1_000);
    assert.match(content.records.authorities?.[0]?.note ?? '', /fictional/i);
    assert.equal(readingDate(demo.register), NOW);
    assert.ok((content.records.posts ?? []).every(({ title }) => title.en !== undefined && title.cy !== undefined), 'every post has a title in both languages');
  });

  it('shows all six diagnoses, spread over every accountability, and ends with 1', () => {
    assert.deepEqual(lacking(demo.on(NOW)), []);
    for (const { id } of demo.register.compiled.pack.accountabilities) {
      const seen = new Set(demo.on(NOW).expectations.filter(({ accountability }) => accountability === id).map(({ diagnosis }) => diagnosis));
      assert.ok(seen.size >= 3, `${id}: ${[...seen].join(', ')}`);
    }
    assert.equal(demo.exitCode(), 1);
  });

  it('is a single directorate before the restructure and dual after it, while its Director is shared too', () => {
    assert.deepEqual([TOGETHER, '2011-08-31', '2011-09-01', NOW].map((day) => demo.on(day).structure.type), ['single', 'single', 'dual', 'dual']);
    const { type, lines } = demo.on(INTERIM).structure;
    assert.deepEqual([type, lines], ['shared', 'dual']);
  });

  it('leaves the Director accountable with no lever for what the framework of the restructure forgot', () => {
    assert.deepEqual(demo.gaps(TOGETHER), []);
    assert.deepEqual(demo.gaps(NOW), ['disabled-children', 'youth-justice']);
    assert.deepEqual(demo.through('leadership.totality', TOGETHER, NOW), ['secured', 'despite-the-arrangements']);
    assert.match(demo.told('leadership.totality', NOW, 'paper'), /no lever on Youth justice, which Community Safety Manager leads outside its line/);
  });

  it('loses with the restructure what was not written into its framework', () => {
    assert.deepEqual(demo.through('access.agenda', TOGETHER, RESTRUCTURED), ['secured', 'exposed']);
    assert.deepEqual(demo.through('access.failure-reported', TOGETHER, RESTRUCTURED), ['secured', 'despite-the-arrangements']);
    assert.deepEqual(demo.through('governance.after-change', TOGETHER, RESTRUCTURED), ['secured', 'despite-the-arrangements']);
    assert.deepEqual(demo.through('leadership.heads-of-service', TOGETHER, NOW), ['secured', 'on-paper-only']);
  });

  it('loses with the Director who left what was promised to her by name', () => {
    assert.deepEqual(demo.through('access.challenge', TOGETHER, RESTRUCTURED, NOW), ['secured', 'person-dependent', 'exposed']);
    assert.match(demo.told('access.challenge', RESTRUCTURED, 'resilient'), /Without Rhiannon Dychmygol/);
    assert.deepEqual(demo.through('safeguarding.children-board', TOGETHER, RESTRUCTURED, NOW), ['secured', 'person-dependent', 'exposed']);
    assert.deepEqual(demo.through('governance.delegation', TOGETHER, RESTRUCTURED, INTERIM, NOW), ['secured', 'person-dependent', 'despite-the-arrangements', 'person-dependent']);
    assert.deepEqual(demo.through('access.corporate-management-team', TOGETHER, RESTRUCTURED, NOW), ['secured', 'despite-the-arrangements', 'person-dependent']);
    assert.match(demo.told('access.corporate-management-team', NOW, 'paper'), /Tomos Ffuglen sits on Corporate Management Team as member, by name and not by post/);
  });

  it('lets the protocol with the Chief Executive lapse: signed by a former Director, and past its review date', () => {
    assert.deepEqual(demo.through('governance.head-of-paid-service', TOGETHER, INTERIM, NOW), ['secured', 'on-paper-only', 'on-paper-only']);
    assert.match(demo.told('governance.head-of-paid-service', NOW, 'practice'), /Tomos Ffuglen now holds .* and has not agreed Protocol between the Chief Executive and the Director/);
    assert.deepEqual(demo.through('governance.reviewed', TOGETHER, '2012-02-15', '2012-02-16', NOW), ['secured', 'on-paper-only', 'exposed', 'exposed']);
    assert.match(demo.told('governance.reviewed', NOW, 'paper'), /15 February 2012/);
  });

  it('shares its interim Director on no agreement', () => {
    assert.deepEqual(demo.through('designation.shared', RESTRUCTURED, INTERIM, NOW), ['does-not-apply', 'despite-the-arrangements', 'does-not-apply']);
  });

  it('has a Director from outside social care, whose mentor and whose professional lead then matter', () => {
    assert.deepEqual(demo.through('competencies.experience', INTERIM, NOW), ['secured', 'on-paper-only']);
    assert.deepEqual(demo.through('leadership.professional-lead', TOGETHER, NOW), ['does-not-apply', 'person-dependent']);
    assert.match(demo.told('leadership.professional-lead', NOW, 'resilient'), /Without Siân Chwedl/);
    assert.deepEqual(demo.through('competencies.mentoring', TOGETHER, NOW), ['does-not-apply', 'not-known']);
  });

  it('says which facts of its last year made each verdict', () => {
    assert.match(demo.told('access.one-to-one-recorded', NOW, 'practice'), /own notes/);
    assert.match(demo.told('scrutiny.totality', NOW, 'practice'), /Workforce/);
    assert.match(demo.told('workforce.partners', NOW, 'practice'), /"Workforce return, 2012" was due .* and has none/);
    assert.match(demo.told('access.challenge', NOW, 'practice'), /"Initial child protection conferences held late since the transfer" was due .* and has none/);
    assert.deepEqual(demo.through('governance.conflict-resolution', NOW), ['secured']);
    assert.match(demo.told('councillors.briefed', NOW, 'practice'), /Leader of the Council/);
    assert.match(demo.told('safeguarding.lead-director', NOW, 'practice'), /Record/);
  });

  it('would change if the Director’s post were vacant: the named deputy acts, and what was in his own name falls', () => {
    const changes = demo.vacated('director');
    const fallen = changes.filter(({ lens, before: was }) => lens !== 'resilient' && was === 'met').map(({ expectation }) => expectation);
    for (const expected of ['access.corporate-management-team', 'governance.delegation', 'competencies.political']) assert.ok(fallen.includes(expected), expected);
    assert.ok(!changes.some(({ expectation, lens }) => expectation === 'designation.post' && lens === 'practice'), 'a deputy is named, so the post is still held');
  });
});

describe('the Scottish example', () => {
  const demo = new Demo('demo-scotland');
  const [TOGETHER, DISSOLVED, VACANT, NOW] = ['2010-03-31', '2010-09-30', '2011-05-27', '2011-12-01'] as const;

  before(() => demo.open());

  it('reads without fault, says that it is fictional and stands at its own date', () => {
    assert.ok(records(demo.register) > 600);
    assert.match(demo.register.content.records.authorities?.[0]?.note ?? '', /fictional/i);
    assert.equal(readingDate(demo.register), NOW);
  });

  it('shows all six diagnoses and ends with 1', () => {
    assert.deepEqual(lacking(demo.on(NOW)), []);
    assert.equal(demo.exitCode(), 1);
  });

  it('is a single department until it is dissolved, and dual after', () => {
    assert.deepEqual([TOGETHER, '2010-04-01', NOW].map((day) => demo.on(day).structure.type), ['single', 'dual', 'dual']);
  });

  it('leaves its officer to oversee two functions with no lever', () => {
    assert.deepEqual(demo.gaps(TOGETHER), []);
    assert.deepEqual(demo.gaps(NOW), ['addictions', 'workforce-development']);
    assert.deepEqual(demo.through('scope.oversight', TOGETHER, NOW), ['secured', 'despite-the-arrangements']);
  });

  it('delegates the statutory decisions to a person, who leaves', () => {
    assert.deepEqual(demo.through('designation.proper-officer', TOGETHER, DISSOLVED, NOW), ['secured', 'person-dependent', 'despite-the-arrangements']);
    assert.match(demo.told('designation.proper-officer', DISSOLVED, 'resilient'), /Without Morag Makebelieve/);
    assert.deepEqual(demo.through('statutory.decisions', TOGETHER, DISSOLVED, NOW), ['secured', 'person-dependent', 'exposed']);
    const named = demo.expectation('statutory.decisions', NOW).practice.because.flatMap((reason) => reason.records);
    assert.ok(named.includes('statutory-decisions/decision-2011-17'), 'the decision that a service manager took is named');
  });

  it('has nobody for a fortnight, which is still seen after', () => {
    assert.equal(demo.expectation('designation.appointed', VACANT).practice.verdict, 'not-met');
    assert.equal(demo.expectation('designation.appointed', NOW).practice.verdict, 'partly');
    assert.match(demo.told('designation.appointed', NOW, 'practice'), /Nobody held .* from 21 May 2011 to 5 June 2011/);
  });

  it('lets its framework pass the review date', () => {
    assert.deepEqual(demo.through('framework.adopted', '2009-12-01', TOGETHER, '2011-03-31', '2011-04-01'), ['despite-the-arrangements', 'secured', 'secured', 'despite-the-arrangements']);
  });

  it('tells what was refused and not escalated, and what was never answered', () => {
    assert.match(demo.told('accountability.conflicts', NOW, 'practice'), /1 \(50 per cent\)/);
    assert.match(demo.told('access.brings-matters', NOW, 'practice'), /"Nobody is named to take statutory decisions" was due .* and has none/);
  });

  it('would change if the officer’s post were vacant: the deputy’s registration has lapsed', () => {
    const changes = demo.vacated('cswo');
    assert.ok(changes.some(({ expectation, lens, after }) => expectation === 'designation.qualified' && lens === 'practice' && after === 'not-met'));
    assert.ok(changes.some(({ expectation, lens, after }) => expectation === 'leadership.partnership' && lens === 'paper' && after === 'not-met'));
    assert.ok(!changes.some(({ expectation, lens }) => expectation === 'designation.appointed' && lens === 'practice'), 'a deputy today does not undo the fortnight with nobody');
  });
});
