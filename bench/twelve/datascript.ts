import database, { type Db } from 'datascript';
import type { RegisterContent } from '../../src/model/register-header.ts';
import type { Contender } from './contender.ts';
import { AS_AT, WINDOW } from './register.ts';

const SCHEMA = Object.fromEntries([
  ...['post/designation', 'series/between', 'meeting/attended', 'meeting/theme', 'instrument/party'].map((name) => [name, { ':db/cardinality': ':db.cardinality/many' }]),
  ['ref', { ':db/unique': ':db.unique/identity' }],
]);

const RULES = `[
  [(office ?word ?ref) [?p "post/designation" ?word] [?p "ref" ?ref]]
  [(line ?post ?top) [(identity ?post) ?top]]
  [(line ?post ?top) [?p "ref" ?post] [?p "post/reportsTo" ?above] (line ?above ?top)]
  [(held ?m ?series) [?m "meeting/series" ?series] [?m "meeting/held" true] [?m "meeting/on" ?on] [(<= "${WINDOW.from}" ?on)] [(< ?on "${WINDOW.until}")]]
  [(ofBody ?type ?series) [?b "body/type" ?type] [?b "ref" ?body] [?s "series/body" ?body] [?s "ref" ?series]]
  [(oneToOne ?series) (office "director-of-social-services" ?d) (office "head-of-paid-service" ?c) [?s "series/between" ?d] [?s "series/between" ?c] [?s "ref" ?series]]
  [(reached ?f) (office "director-of-social-services" ?d) [?f "function/ledBy" ?lead] (line ?lead ?d)]
  [(reached ?f) (office "director-of-social-services" ?d) [?f "ref" ?over] [?f "function/ledBy" _] [?g "gift/over" ?over] [?g "gift/to" ?d] [?g "gift/responsibility" "accountable"] [?g "gift/instrument" ?i] [?n "ref" ?i] [?n "instrument/inForce" true]]
  [(accountable ?holder) (office "director-of-social-services" ?holder)]
  [(accountable ?holder) (office "director-of-social-services" ?d) [?p "post/reportsTo" ?d] [?p "ref" ?holder]]
  [(agreed ?f ?party) [?f "ref" ?i] [?f "instrument/version" ?v] [?a "agreement/instrument" ?i] [?a "agreement/version" ?v] [?a "agreement/party" ?party] [?a "agreement/signedBy" ?who] [?h "appointment/post" ?party] [?h "appointment/person" ?who]]
  [(agreed ?f ?party) [?f "ref" ?i] [?f "instrument/version" ?v] [?a "agreement/instrument" ?i] [?a "agreement/version" ?v] [?a "agreement/party" ?party] (not [_ "appointment/post" ?party])]
]`;

const HELD = '[:find (count ?m) . :in $ % :where (oneToOne ?series) (held ?m ?series)]';
const KEPT = '[:find (count ?m) . :in $ % :where (oneToOne ?series) (held ?m ?series) [?m "meeting/agenda" true] [?m "meeting/record" ?r] [(contains? #{"notes" "minutes"} ?r)]]';
const TEAM = '[:find (count ?m) . :in $ % :where (ofBody "corporate-management-team" ?series) (held ?m ?series)]';
const THERE = '[:find (count ?m) . :in $ % :where (office "director-of-social-services" ?d) (ofBody "corporate-management-team" ?series) (held ?m ?series) [?m "meeting/attended" ?d]]';

const count = (db: Db, query: string): number => (database.q(query, db, RULES) as number | null) ?? 0;
const some = (db: Db, where: string): boolean => count(db, `[:find (count ?x) . :in $ % :where ${where}]`) > 0;

function answers(db: Db): readonly boolean[] {
  const [held, kept, team, there] = [HELD, KEPT, TEAM, THERE].map((query) => count(db, query));
  return [
    some(db, '(office "director-of-social-services" ?d) [?x "appointment/post" ?d]'),
    some(db, '(office "director-of-social-services" ?d) (office "head-of-paid-service" ?c) [?x "ref" ?d] [?x "post/reportsTo" ?c]'),
    some(db, '(office "director-of-social-services" ?d) [?b "body/type" "corporate-management-team"] [?b "ref" ?body] [?x "seat/body" ?body] [?x "seat/holder" ?d] [?x "seat/role" ?r] [(contains? #{"member" "chair"} ?r)]'),
    some(db, '(oneToOne ?x)'),
    (held ?? 0) >= 10,
    (held ?? 0) > 0 && (kept ?? 0) >= 0.9 * (held ?? 0),
    count(db, '[:find (count ?m) . :in $ % :where (ofBody "scrutiny-committee" ?series) (held ?m ?series) [?m "meeting/theme" "safeguarding"]]') >= 4,
    !some(db, '[?x "instrument/type" "framework"] [?x "instrument/inForce" true] [?x "instrument/party" ?party] (not (agreed ?x ?party))'),
    !some(db, `[?x "instrument/inForce" true] [?x "instrument/reviewBy" ?by] [(< ?by "${AS_AT}")]`),
    count(db, '[:find (count ?f) . :in $ % :where (reached ?f)]') >= 8,
    some(db, '[?b "body/type" "children-safeguarding-board"] [?b "ref" ?body] [?x "seat/body" ?body] [?x "seat/holder" ?holder] [?x "seat/role" ?r] [(contains? #{"chair" "vice-chair" "member"} ?r)] (accountable ?holder)'),
    (team ?? 0) > 0 && (there ?? 0) >= 0.75 * (team ?? 0),
  ];
}

/** Datalog over facts in memory, through DataScript's JavaScript interface. */
export function datascript(content: RegisterContent): Contender {
  const db = database.db_with(database.empty_db(SCHEMA), entities(content));
  const heldBy = Map.groupBy(current(content), ({ person }) => person as string);
  return {
    name: 'DataScript (Datalog)',
    ask: () => answers(db),
    askWithout: (people) => people.map((person) => answers(database.db_with(db, (heldBy.get(person) ?? []).map(({ ref }) => [':db/retractEntity', ['ref', ref]])))),
  };
}

const current = ({ records }: RegisterContent) => (records.appointments ?? []).filter(({ valid }) => valid.until === undefined || valid.until > AS_AT);

function entities(content: RegisterContent): readonly Readonly<Record<string, unknown>>[] {
  const { records } = content;
  let id = 0;
  const entity = (kind: string, fields: Readonly<Record<string, unknown>>) => ({
    ':db/id': (id -= 1),
    ...Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name === 'ref' ? name : `${kind}/${name}`, value]]))),
  });
  return [
    ...(records.posts ?? []).map(({ ref, reportsTo, designations }) => entity('post', { ref, reportsTo, designation: designations })),
    ...current(content).map(({ ref, post, person }) => entity('appointment', { ref, post, person })),
    ...(records.bodies ?? []).map(({ ref, type }) => entity('body', { ref, type })),
    ...(records.seats ?? []).map(({ ref, body, holder, role }) => entity('seat', { ref, body, holder, role })),
    ...(records.series ?? []).map(({ ref, body, between }) => entity('series', { ref, body, between })),
    ...(records.meetings ?? []).map(({ ref, series, on, held, agenda, record, attended, items }) =>
      entity('meeting', { ref, series, on, held, agenda: agenda?.issued, record, attended, theme: [...new Set(items.flatMap(({ themes }) => themes))] })),
    ...(records.instruments ?? []).map(({ ref, type, version, state, reviewBy, parties }) => entity('instrument', { ref, type, version, inForce: state === 'agreed', reviewBy, party: parties })),
    ...(records.agreements ?? []).map(({ ref, instrument, version, party, signedBy }) => entity('agreement', { ref, instrument, version, party, signedBy })),
    ...(records.functions ?? []).map(({ ref, ledBy }) => entity('function', { ref, ledBy })),
    ...(records.provisions ?? []).flatMap(({ instrument, gives }) => gives.map(({ over, to, responsibility }) => entity('gift', { over, to, responsibility, instrument }))),
  ];
}
