import { ROLES } from '../../access/roles.ts';
import type { Access } from '../../access/access.ts';
import type { Assessment } from '../../assessment/assess.ts';
import { instantInWords, type Instant } from '../../kernel/instant.ts';
import type { Signed } from '../../register/signed.ts';
import { listed } from '../../rules/say.ts';
import type { Page } from '../page.ts';
import { authorityPage } from '../pages/authority.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { ownAskers } from '../scrutiny/askers.ts';
import { counted } from '../words/counted.ts';
import { homeWords } from '../words/home.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { scrutinyWords } from '../words/scrutiny.ts';
import { entriesSince } from './entries-since.ts';
import { needSections } from './needs-model.ts';
import { verdictsSince } from './verdicts-since.ts';

/** So many verdicts that moved are told. */
const MOVED = 15;

/** The visit before this one, and the register as it was judged then. */
export interface VisitBefore {
  /** Undefined on the first visit. */
  readonly ended: Instant | undefined;
  readonly judgedThen: (ended: Instant) => Assessment;
}

/**
 * The first page of a register: for somebody who holds a post what needs them and what changed since they last looked, above how the
 * authority stands; for everybody else, and on any other date, how the authority stands.
 */
export function homePage(reading: Reading, signed: Signed | undefined, before: VisitBefore): Page {
  const { access, asAt, knownAt, visitor } = reading;
  const page = authorityPage(reading, signed);
  const isNow = asAt.date === asAt.usual && asAt.fault === undefined && knownAt?.instant === undefined && knownAt?.fault === undefined;
  if (visitor === undefined || access === undefined || !isNow || access.standing.roles.size === 0) return page;
  return { ...page, view: 'home.njk', model: { ...page.model, home: homeModel(reading, access, before) } };
}

function homeModel(reading: Reading, access: Access, before: VisitBefore) {
  const { ask, language, to } = reading;
  const all = ask.query.get('needs') === 'all';
  const sections = needSections(reading, access, all);
  return {
    t: inLanguage(homeWords, language),
    ...whoReads(reading, access),
    sections,
    ask: access.standing.roles.has('councillor') || ownAskers(reading).length > 0 ? { href: to.page('/ask'), said: { text: inLanguage(scrutinyWords, language).ask.title } } : undefined,
    allHref: sections.some(({ more }) => more !== undefined) ? `${to.authority()}?needs=all` : undefined,
    fewerHref: all ? to.authority() : undefined,
    changed: changedModel(reading, before),
  };
}

/** Who they are here today, in the words of their posts and roles. */
function whoReads(reading: Reading, { standing: { person, posts, roles } }: Access) {
  const { language } = reading;
  const t = inLanguage(homeWords, language);
  const held = posts.map(({ ref, asDeputyBy }) => {
    const post = recordName(reading, ref).text;
    return asDeputyBy === undefined ? post : filled(t.asDeputy, { post });
  });
  const named = [...roles].filter((role) => role !== 'insider' && (role !== 'officer' || roles.size <= 2)).map((role) => ROLES[role][language]);
  return {
    you: posts.length === 0 || person === undefined ? undefined : filled(t.you, { person: recordName(reading, person).text, posts: listed(held, language) }),
    roles: named.length === 0 ? undefined : filled(t.roles, { roles: lowered(named, language) }),
  };
}

const lowered = (names: readonly string[], language: 'en' | 'cy'): string => listed(names.map((name) => name.slice(0, 1).toLowerCase() + name.slice(1)), language);

function changedModel(reading: Reading, { ended, judgedThen }: VisitBefore) {
  const { language } = reading;
  const t = inLanguage(homeWords, language);
  if (ended === undefined) return { lead: t.firstLook };
  const { falls, rises, others } = verdictsSince(reading, judgedThen(ended));
  const moved = [...falls.map((one) => ({ ...one, way: t.fell })), ...rises.map((one) => ({ ...one, way: t.rose })), ...others.map((one) => ({ ...one, way: t.other }))];
  const left = Math.max(0, moved.length - MOVED);
  return {
    lead: filled(t.lastLooked, { moment: instantInWords(ended, language) }),
    ...entriesSince(reading, ended),
    isTold: true,
    moved: moved.slice(0, MOVED),
    movedMore: left === 0 ? undefined : counted(t.more, left, language),
  };
}
