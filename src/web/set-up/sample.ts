import { openRegisterBytes } from '../../assessment/open-register.ts';
import { faultInWords } from '../../kernel/fault.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES } from '../../model/kinds.ts';
import { sampleWorkbook } from '../../model/register-file/workbook/template.ts';
import type { RecordsByKind, RegisterContent } from '../../model/register-header.ts';

/** What the examples hold on to in the register: the posts of the two officers, by id, where they are there. */
interface Holds {
  readonly chief: string | undefined;
  readonly officer: string | undefined;
}

/**
 * A workbook that imports into the register without a fault: the units and posts that it has, and beside them invented rows of every
 * kind that a register begins with. @param statutoryOfficer the designation, from the guidance of the register
 */
export async function sampleFor(content: RegisterContent, statutoryOfficer: string): Promise<Uint8Array> {
  const posts = content.records.posts ?? [];
  const withDesignation = (designation: string): string | undefined => posts.findLast(({ designations }) => designations.includes(designation))?.id;
  const holds: Holds = { chief: withDesignation('head-of-paid-service'), officer: withDesignation(statutoryOfficer) };
  const examples = await examplesFor(content, holds, statutoryOfficer);
  const own = { units: content.records.units ?? [], posts } satisfies RecordsByKind;
  const stands = new Set<string | undefined>([holds.chief, holds.officer]);
  const records = KIND_NAMES.map((kind) => {
    const ownRecords: readonly AnyRecord[] = kind === 'units' || kind === 'posts' ? own[kind] : [];
    const fresh = ((examples.records[kind] ?? []) as readonly AnyRecord[]).filter(({ id }) => kind !== 'posts' || !stands.has(id));
    return [kind, [...ownRecords.filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh]];
  });
  return sampleWorkbook({ header: content.header, records: Object.fromEntries(records) as RecordsByKind });
}

/** The invented rows, read and checked as a file is. @throws where they do not go with the guidance of the register: a fault of ours */
async function examplesFor({ header }: RegisterContent, holds: Holds, statutoryOfficer: string): Promise<RegisterContent> {
  const { id, authority, pack } = header;
  const file = { register: { id, authority, ...(pack === undefined ? {} : { pack }) }, ...rows(holds, statutoryOfficer) };
  const opened = await openRegisterBytes('sample.json', new TextEncoder().encode(JSON.stringify(file)));
  if (!opened.ok) throw new Error(opened.faults.map(faultInWords).join(' '));
  return opened.value.content;
}

const both = (en: string, cy: string) => ({ en, cy });

function rows(holds: Holds, statutoryOfficer: string) {
  const chief = holds.chief ?? 'example-chief-executive';
  const officer = holds.officer ?? 'example-statutory-officer';
  return {
    posts: [
      { id: chief, title: both('Example Chief Executive', 'Prif Weithredwr Enghreifftiol'), designations: ['head-of-paid-service'] },
      { id: officer, title: both('Example Statutory Officer', 'Swyddog Statudol Enghreifftiol'), designations: [statutoryOfficer] },
      { id: 'example-head-of-adults', title: both('Example Head of Adult Services', 'Pennaeth Gwasanaethau Oedolion Enghreifftiol'), designations: ['head-of-adult-services'], reportsTo: officer },
      { id: 'example-head-of-children', title: both('Example Head of Children’s Services', 'Pennaeth Gwasanaethau Plant Enghreifftiol'), designations: ['head-of-children-services'], reportsTo: officer },
      { id: 'example-leader', title: both('Example Leader of the Council', 'Arweinydd Enghreifftiol y Cyngor'), designations: ['leader'] },
      { id: 'example-scrutiny-chair', title: both('Example Chair of Scrutiny', 'Cadeirydd Craffu Enghreifftiol'), designations: ['scrutiny-chair'] },
    ],
    persons: [1, 2, 3, 4].map((number) => ({ id: `example-person-${number}`, name: `Example Person ${number}` })),
    appointments: ['head-of-adults', 'head-of-children', 'leader', 'scrutiny-chair'].map((post, index) => ({ id: `example-appointment-${index + 1}`, person: `example-person-${index + 1}`, post: `example-${post}`, basis: 'permanent', from: '2024-04-01' })),
    bodies: [
      { id: 'example-council', name: both('Example Council', 'Cyngor Enghreifftiol'), type: 'council' },
      { id: 'example-cabinet', name: both('Example Cabinet', 'Cabinet Enghreifftiol'), type: 'cabinet', parent: 'example-council' },
      { id: 'example-scrutiny', name: both('Example Scrutiny Committee', 'Pwyllgor Craffu Enghreifftiol'), type: 'scrutiny-committee', parent: 'example-council', remit: ['safeguarding'] },
      { id: 'example-management-team', name: both('Example Corporate Management Team', 'Tîm Rheoli Corfforaethol Enghreifftiol'), type: 'corporate-management-team' },
    ],
    seats: [
      { id: 'example-seat-1', body: 'example-management-team', holder: `posts/${chief}`, role: 'chair' },
      { id: 'example-seat-2', body: 'example-management-team', holder: `posts/${officer}`, role: 'member' },
      { id: 'example-seat-3', body: 'example-cabinet', holder: 'posts/example-leader', role: 'chair' },
      { id: 'example-seat-4', body: 'example-scrutiny', holder: 'posts/example-scrutiny-chair', role: 'chair' },
    ],
    functions: [
      { id: 'example-adult-care', name: both('Example care of adults', 'Gofal enghreifftiol i oedolion'), group: 'adult', delivery: 'direct', ledBy: 'example-head-of-adults' },
      { id: 'example-child-care', name: both('Example care of children', 'Gofal enghreifftiol i blant'), group: 'children', delivery: 'direct', ledBy: 'example-head-of-children' },
    ],
    instruments: [
      { id: 'example-protocol', title: both('Example protocol', 'Protocol enghreifftiol'), type: 'protocol', state: 'agreed', version: '1', parties: [`posts/${chief}`, `posts/${officer}`, 'posts/example-leader'], agreedOn: '2024-05-01', reviewBy: '2027-05-01' },
      { id: 'example-scheme', title: both('Example scheme of delegation', 'Cynllun dirprwyo enghreifftiol'), type: 'scheme-of-delegation', state: 'agreed', version: '1', agreedOn: '2024-05-01' },
    ],
    provisions: [
      { id: 'example-provision-1', instrument: 'example-protocol', number: '1', text: both('The officer may ask to see the Leader at any time.', 'Caiff y swyddog ofyn am weld yr Arweinydd ar unrhyw adeg.'), themes: ['safeguarding'], gives: [{ to: `posts/${officer}`, responsibility: 'advises', towards: 'posts/example-leader' }] },
      { id: 'example-provision-2', instrument: 'example-scheme', number: '4.2', text: both('The Head of Adult Services stands in for the officer.', 'Mae Pennaeth Gwasanaethau Oedolion yn dirprwyo dros y swyddog.'), gives: [{ to: 'posts/example-head-of-adults', responsibility: 'deputises-for', towards: `posts/${officer}` }] },
    ],
    agreements: [{ id: 'example-agreement-1', instrument: 'example-protocol', version: '1', party: 'posts/example-leader', signedBy: 'example-person-3', on: '2024-05-01' }],
    series: [
      { id: 'example-one-to-one', title: both('Example monthly one-to-one', 'Cyfarfod un-i-un misol enghreifftiol'), between: [chief, officer], frequency: 'P1M', formal: { agenda: true, record: true } },
      { id: 'example-team-meetings', title: both('Example meetings of the management team', 'Cyfarfodydd enghreifftiol y tîm rheoli'), body: 'example-management-team', frequency: 'P2W', formal: { agenda: true, record: true } },
    ],
  };
}
