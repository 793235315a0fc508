import { packPaper } from '../src/areas/meetings/pack-paper.ts';
import { sourcesIn, type Sources } from '../src/areas/papers.ts';
import { reportSections } from '../src/areas/reporting/council-report.ts';
import { assess } from '../src/assessment/assess.ts';
import { openRegisterBytes, readingDate, readingLookBack, snapshotOf } from '../src/assessment/open-register.ts';
import type { Document, Showing } from '../src/documents/document.ts';

const ITEMS = 20;
const SENTENCE = 'The Director reports that the arrangements were kept as the framework has them, that two protocols fell due and were agreed anew, and that one concern was answered within its time.';
const BRAWDDEG = 'Mae’r Cyfarwyddwr yn adrodd y cadwyd y trefniadau fel y mae’r fframwaith yn eu gosod, bod dau brotocol wedi dod i ben ac wedi’u cytuno o’r newydd, a bod un pryder wedi’i ateb mewn pryd.';

/** The pack of a meeting of a register that was read as any other: an agenda of 20 items, each with a report of so many sections. */
export async function packOf(sections: number): Promise<(showing: Showing) => Document> {
  const opened = await openRegisterBytes('pack.json', new TextEncoder().encode(JSON.stringify(register(sections))));
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join('\n'));
  const assessment = assess(snapshotOf(opened.value, readingDate(opened.value)), opened.value.compiled, readingLookBack(opened.value));
  const sources: Sources = sourcesIn(assessment, assessment.snapshot, assessment.facts);
  const meeting = assessment.snapshot.get('meetings/council');
  if (meeting === undefined) throw new Error('The register has no such meeting.');
  return (showing) => packPaper({ ...sources, meeting, variant: 'public', sectionsOf: reportSections }, showing);
}

const pair = (en: string, cy: string) => ({ en, cy });

/** A council of one meeting, as a register file. */
function register(sections: number): object {
  const items = Array.from({ length: ITEMS }, (_, index) => index + 1);
  const text = (sentence: string): string => Array.from({ length: 3 }, () => `${sentence} ${sentence} ${sentence}`).concat('- one\n- two\n- three').join('\n\n');
  return {
    register: { id: 'pack', authority: { name: pair('Cwm Enghraifft Council', 'Cyngor Cwm Enghraifft'), nation: 'wales' }, pack: 'wales-2009', asAt: '2026-06-10' },
    posts: [{ id: 'director', title: pair('Director of Social Services', 'Cyfarwyddwr y Gwasanaethau Cymdeithasol'), designations: ['director-of-social-services'] }],
    bodies: [{ id: 'council', name: pair('The council', 'Y cyngor'), type: 'council' }],
    meetings: [{
      id: 'council', body: 'council', on: '2026-06-04', held: true, record: 'minutes', attended: ['posts/director'],
      items: items.map((number) => ({ number, title: pair(`Report ${number} of the Director`, `Adroddiad ${number} y Cyfarwyddwr`), by: 'posts/director', paper: `report-${number}`, outcome: pair(SENTENCE, BRAWDDEG), decision: pair('Agreed.', 'Cytunwyd.') })),
    }],
    reports: items.map((number) => ({ id: `report-${number}`, type: 'performance', title: pair(`Report ${number}`, `Adroddiad ${number}`), state: 'agreed', by: 'director', sections: Array.from({ length: sections }, (_, index) => ({ number: index + 1, title: pair(`Part ${index + 1} of what was done`, `Rhan ${index + 1} o’r hyn a wnaed`), text: pair(text(SENTENCE), text(BRAWDDEG)) })) })),
    actions: items.map((number) => ({ id: `action-${number}`, arisingFrom: 'meetings/council', what: pair(`Do what report ${number} asks`, `Gwneud yr hyn y mae adroddiad ${number} yn ei ofyn`), owner: 'director', due: '2026-09-01', state: 'in-progress' })),
  };
}
