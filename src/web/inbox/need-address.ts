import type { Access } from '../../access/access.ts';
import { stateFault } from '../../acts/area-act.ts';
import { AREA_ACTS } from '../../areas/acts.ts';
import { mayDo } from '../../areas/area-request.ts';
import type { Need } from '../../assessment/needs/need.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Addresses } from '../addresses.ts';

/** What leads from something that is needed to where it is done. */
export interface NeedAddress {
  readonly href: string;
  /** False where one can only look at it. */
  readonly isDone: boolean;
}

/** Whoever looks, and what they may see. */
export interface NeedReader {
  readonly to: Addresses;
  readonly access: Access;
  readonly recordOf: (ref: Ref) => AnyRecord | undefined;
}

/** A page of everyday work: the act that it does, and the record that it is done to; none of an act that begins something. */
interface WorkPage {
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly act: string;
  readonly subject?: Ref | undefined;
}

/**
 * Where something is done by the reader: the page of everyday work whose act is theirs to do, else the form of its record where that is
 * theirs to use, else the record to look at. Undefined where there is none of them.
 */
export function needAddress(need: Need, reader: NeedReader): NeedAddress | undefined {
  const { does } = need;
  const { to, access, recordOf } = reader;
  const page = workPages(need, reader).find((one) => isTheirs(one, reader));
  if (page !== undefined) return { href: to.page(page.path, page.query), isDone: true };
  if (does.act === 'enter') return access.mightKeep(does.kind) ? { href: `${to.newRecord(does.kind)}?${new URLSearchParams(does.filled).toString()}`, isDone: true } : undefined;
  const record = recordOf(does.ref);
  if (record === undefined) return undefined;
  const kind = does.ref.slice(0, does.ref.indexOf('/')) as KindName;
  return does.act === 'change' && access.mayKeep(kind, record, record) ? { href: to.act(does.ref, 'change'), isDone: true } : { href: to.record(does.ref), isDone: false };
}

const ACTS = new Map(AREA_ACTS.map((act) => [act.name, act]));

function isTheirs({ act: name, subject }: WorkPage, { access, recordOf }: NeedReader): boolean {
  const act = ACTS.get(name);
  const record = subject === undefined ? undefined : recordOf(subject);
  if (act === undefined || (act.row.on !== undefined && (record === undefined || subject?.startsWith(`${act.row.on}/`) !== true))) return false;
  return mayDo(act, record, access) && (act.row.on === undefined || record === undefined || stateFault(act.row, act.row.on, record) === undefined);
}

const after = (ref: string): string => encodeURIComponent(ref.slice(ref.indexOf('/') + 1));

/** The pages of everyday work where a need is met, the one to be preferred first; none of what is met at the form of its record. */
function workPages({ is, does, whose }: Need, { access, recordOf }: NeedReader): readonly WorkPage[] {
  if (is === 'review' && does.act !== 'enter') return [{ path: `/instruments/${after(does.ref)}/renew`, act: 'protocol.renew', subject: does.ref }];
  if (does.act === 'open') return [];
  const filled = (field: string): Ref | undefined => (does.act === 'enter' ? (does.filled[field] as Ref | undefined) : undefined);
  const of = does.act === 'change' ? does.ref : undefined;
  const [instrument, communication, series, body] = [filled('instrument'), filled('of'), filled('series'), filled('body')];
  switch (is) {
    case 'agreement':
      if (of !== undefined) return [{ path: `/instruments/${after(of)}/negotiate`, act: 'protocol.comment', subject: of }];
      // Somebody else’s agreement is written down where records are.
      return instrument !== undefined && speaksFor(access, whose) ? [{ path: `/instruments/${after(instrument)}/agree`, act: 'protocol.agree', subject: instrument }] : [];
    case 'answer':
      return of === undefined ? [] : answerPages(of);
    case 'action': {
      if (of === undefined) return [];
      const isClaimed = (recordOf(of) as { readonly state?: string } | undefined)?.state === 'complete-claimed';
      return [isClaimed ? { path: `/actions/${after(of)}/accept`, act: 'action.accept', subject: of } : { path: `/actions/${after(of)}/report`, act: 'action.report', subject: of }];
    }
    case 'meeting': {
      if (of !== undefined) {
        const isHeld = (recordOf(of) as { readonly held?: boolean } | undefined)?.held === true;
        return [isHeld ? { path: `/meetings/${after(of)}/agree`, act: 'meeting.agree-record', subject: of } : { path: `/meetings/${after(of)}/minutes`, act: 'meeting.minute', subject: of }];
      }
      const isBetweenTwo = series?.startsWith('series/') === true && ((recordOf(series) as { readonly between?: readonly Ref[] } | undefined)?.between ?? []).length > 1;
      return [
        ...(isBetweenTwo ? [{ path: `/meetings/quick/${after(series)}`, act: 'meeting.record-one-to-one', subject: series } as const] : []),
        { path: '/meetings/new', query: { ...(series === undefined ? {} : { series }), ...(body === undefined ? {} : { body }) }, act: 'meeting.schedule' },
      ];
    }
    case 'acknowledgement':
      return communication === undefined ? [] : [{ path: `/communications/${after(communication)}/acknowledge`, act: 'communication.acknowledge', subject: communication }];
    case 'question':
      return of === undefined ? [] : [{ path: `/questions/${after(of)}/accept`, act: 'question.accept', subject: of }];
    case 'barrier':
      return of === undefined ? [] : [{ path: `/barriers/${after(of)}/respond`, act: 'barrier.respond', subject: of }];
    case 'briefing':
      return [{ path: '/briefings/new', act: 'briefing.give' }];
    case 'statement':
      return [{ path: '/statement/draw-up', act: 'statement.draft' }];
    case 'request':
    case 'report':
    case 'review':
    case 'entitlement':
      return [];
    default:
      return [is satisfies never];
  }
}

const speaksFor = ({ standing: { person, posts, bodies } }: Access, whose: Ref): boolean => whose === person || bodies.has(whose) || posts.some(({ ref }) => ref === whose);

/** Where an answer is given: to a question, within the clock of a statutory decision, or to advice. */
function answerPages(of: Ref): readonly WorkPage[] {
  switch (of.slice(0, of.indexOf('/'))) {
    case 'questions': return [{ path: `/questions/${after(of)}/answer`, act: 'question.answer', subject: of }];
    case 'statutory-decisions': return [{ path: `/decisions/${after(of)}/record`, act: 'decision.record', subject: of }];
    case 'advice': return [{ path: `/advice/${after(of)}/respond`, act: 'advice.respond', subject: of }];
    default: return [];
  }
}
