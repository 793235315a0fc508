import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAPERS, sourcesIn } from '../../../src/areas/papers.ts';
import { assess } from '../../../src/assessment/assess.ts';
import { openRegister, readingDate, readingLookBack, snapshotOf } from '../../../src/assessment/open-register.ts';
import { good } from '../../kept/folder.ts';
import { everyForm } from './read.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/west-dunbartonshire-2008/register.yaml', import.meta.url));
const REPORT = fileURLToPath(new URL('../../../../shared/seeds/000_ef0b4b03d4223fc2.txt', import.meta.url));
/** Headings that such a report has whatever it is about. */
const USUAL = /^(Purpose|Background|Personnel|Financial|Risk|Conclusion|Recommendation)/i;

describe('The council report of West Dunbartonshire, 2008', () => {
  const paper = async () => {
    const register = good(await openRegister(EXAMPLE));
    const assessment = assess(snapshotOf(register, readingDate(register)), register.compiled, readingLookBack(register));
    const report = assessment.snapshot.get('reports/consultation-report') ?? assert.fail();
    return everyForm(PAPERS.reports?.[0]?.paper(report, 'public', sourcesIn(assessment, assessment.snapshot, assessment.facts), { in: 'en' }) ?? assert.fail());
  };

  it('comes out of the register with its five appendices, its background papers and the wards that it affects', async () => {
    const { html, word, pdf } = await paper();
    for (const { text, headings } of [html, word, pdf]) {
      assert.equal(headings.length, 11);
      for (const words of ['West Dunbartonshire Council', 'Report by the Executive Director of Social Work and Health', 'Appendix 5: CSWO accountability framework 2009-2010', 'Changing Lives, report of the 21st Century Review Group']) assert.ok(text.includes(words), words);
      assert.match(text, /Wards affected ?All/);
    }
  });

  it('has the headings of the report itself, in its order', async (test) => {
    if (!existsSync(REPORT)) return test.skip('The report of 2008 is not beside this checkout: its headings were not read.');
    const lines = readFileSync(REPORT, 'utf8').split('\n');
    const own = lines.flatMap((line) => /^(\d+)\. (.+)$/.exec(line.trim())?.slice(1) ?? []);
    const { html: { headings, text } } = await paper();
    const numbers = own.filter((_, index) => index % 2 === 0);
    assert.deepEqual(headings.map((heading) => heading.split(' ')[0]), numbers);
    const usual = (titles: readonly string[]): readonly (string | undefined)[] => titles.map((title) => USUAL.exec(title)?.[1]?.toLowerCase());
    assert.deepEqual(usual(headings.map((heading) => heading.replace(/^\d+ /, ''))), usual(own.filter((_, index) => index % 2 === 1)));
    for (const label of ['Person to contact', 'Background papers', 'Appendices', 'Wards affected']) {
      assert.ok(lines.some((line) => line.toLowerCase().startsWith(label.toLowerCase())), label);
      assert.ok(text.includes(label), label);
    }
  });
});
