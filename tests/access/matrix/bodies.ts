import { AREA_ACTS } from '../../../src/areas/acts.ts';
import { isKindName, kindNamed } from '../../../src/model/kinds.ts';
import { formValueOf } from '../../../src/web/forms/form-value.ts';
import { fieldsOf } from '../../../src/web/recording/record-form.ts';
import { Unfilled, type Filled } from './fill.ts';
import type { Authority, Route, Sender } from './site.ts';

export interface Body {
  readonly type: string;
  readonly text: string;
}

const FORM = 'application/x-www-form-urlencoded';
const formBody = (fields: Readonly<Record<string, string>>): Body => ({ type: FORM, text: new URLSearchParams(fields).toString() });

/** What is posted to a route: all that its form would hold, so that nothing but who posts it decides. */
type Make = (sender: Sender, named: Authority, filled: Filled, withReason: boolean) => Body;

/** A form of a record as its keeper would send it: the record as it is. */
const record: Make = ({ csrf }, { seed }, { kind = '', id = '', verb }, withReason) => {
  const ref = id === '' ? [...seed.records.keys()].find((one) => one.startsWith(`${kind}/`)) : `${kind}/${id}`;
  const written = ref === undefined ? undefined : seed.records.get(ref)?.[0];
  const value = written === undefined || !isKindName(kind) ? [] : [...formValueOf(fieldsOf(kind), written)];
  return formBody({
    ...Object.fromEntries(value), csrf, 'act-read': ref === `advice/${seed.idOf('late')}` ? '1' : '0', ...(withReason ? { 'act-reason': 'The matrix tries it.' } : {}),
    ...(verb === 'end' || verb === 'change' ? { 'act-from.day': '1', 'act-from.month': '1', 'act-from.year': '2013' } : {}),
  });
};

const upload: Make = ({ csrf }, { seed }) => {
  const file = JSON.stringify({ register: { id: seed.register, authority: { name: 'Taken' }, nation: 'wales', pack: 'wales-2009' }, posts: [{ id: 'taken', title: 'Taken' }] });
  const parts = [`Content-Disposition: form-data; name="csrf"\r\n\r\n${csrf}`, `Content-Disposition: form-data; name="file"; filename="register.json"\r\nContent-Type: application/json\r\n\r\n${file}`];
  return { type: 'multipart/form-data; boundary=matrix', text: `${parts.map((part) => `--matrix\r\n${part}\r\n`).join('')}--matrix--\r\n` };
};

const plain = (fields: Readonly<Record<string, string>> = {}): Make => ({ csrf }, _, __, withReason) => formBody({ csrf, ...fields, ...(withReason ? { 'act-reason': 'The matrix tries it.' } : {}) });

const JSON_TYPE = 'application/json';

/** An act by the API, on the record as it is. */
const act: Make = (_, { seed }, { kind = '', id = '' }) => {
  const { ref: __, valid, ...fields } = (seed.records.get(`${kind}/${id}`)?.[0] ?? { ref: '', valid: {}, id }) as unknown as Readonly<Record<string, unknown>> & { readonly valid: object };
  const { id: ___, ...body } = fields;
  return { type: JSON_TYPE, text: JSON.stringify({ reason: 'The matrix tries it.', changes: [{ kind, id, ...valid, body }] }) };
};
const ending: Make = (_, __, { kind = '', id = '' }) => ({ type: JSON_TYPE, text: JSON.stringify({ reason: 'The matrix tries it.', changes: [{ kind, id, from: '2013-01-01' }] }) });
const erasing: Make = (_, __, { kind = '', id = '' }) => ({ type: JSON_TYPE, text: JSON.stringify({ reason: 'The matrix tries it.', input: { records: [`${kind}/${id}`], authority: 'Nobody’s', why: 'To try it.' } }) });
const json = (value: object): Make => () => ({ type: JSON_TYPE, text: JSON.stringify(value) });

/** What the forms of a draft hold beside their own fields. */
const ofDraft = (fields: Readonly<Record<string, string>> = {}): Make => plain({ 'draft-version': '1', name: 'Taken', purpose: 'Taken', reason: 'Taken', 'from.day': '1', 'from.month': '1', 'from.year': '2013', ...fields });

/** A form of the everyday work with nothing filled in, and no reason: what it answers is looked at for what it tells. */
const unfilled: Make = ({ csrf }) => formBody({ csrf });

/** An act of an area by the API, of the first record that it may be done to, with nothing beyond. */
function areaAct(path: string): Make | undefined {
  const found = AREA_ACTS.find(({ name }) => path === `/api/v1/registers/:register/acts/${name}`);
  if (found === undefined) return undefined;
  const { on } = found.row;
  return (_, { seed }) => ({ type: JSON_TYPE, text: JSON.stringify({ reason: 'The matrix tries it.', input: on === undefined ? { unheardOf: true } : { [kindNamed(on).singular]: [...seed.records.keys()].find((ref) => ref.startsWith(`${on}/`)) ?? '', unheardOf: true } }) });
}

/** By the end of the route, after its language. */
const MAKES: readonly (readonly [end: string, make: Make])[] = [
  ['/records/:kind/new-record', record],
  ['/records/:kind/:id/:verb', record],
  ['/import', upload],
  ['/import/:secret', plain({ shown: 'f'.repeat(64) })],
  ['/imported/:range/undo', plain({ shown: 'f'.repeat(64) })],
  ['/calendar', plain({ do: 'withdraw' })],
  ['/sign-in', plain({ name: 'pchief.aber@example.org', password: 'not the password' })],
  ['/sign-in/code', plain({ code: '000000' })],
  ['/sign-in/passkey', plain({ answer: '{"id":"x","response":{}}' })],
  ['/sign-in/passkey/options', plain()],
  ['/sign-out', plain()],
  ['/join/:secret', plain({ name: 'new@example.org', password: 'lantern gravel otter pedal' })],
  ['/account/sessions', (sender, ...rest) => plain({ id: String(sender.another) })(sender, ...rest)],
  ['/account/authenticator', plain({ code: '000000', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })],
  ['/account/recovery-codes', plain()],
  ['/account/password', plain({ present: 'not the password', password: 'lantern gravel otter pedal' })],
  ['/account/confirm', plain({ code: '000000' })],
  ['/account/confirm/passkey', plain({ answer: '{"id":"x","response":{}}' })],
  ['/account/confirm/passkey/options', plain()],
  ['/set-up/:secret', plain({ name: 'new@example.org', password: 'lantern gravel otter pedal' })],
  ['/set-up/:secret/:step', plain({ name: 'Taken', nation: 'wales', password: 'lantern gravel otter pedal' })],
  ['/drafts/new', plain()],
  ['/answer/:secret', plain()],
  ['/confirm-mail/:secret', plain()],
  ['/account/mail', plain({ address: 'new@example.org' })],
  ['/inbox/reminders', plain({ how: 'off', language: 'cy' })],
  ['/link/:secret', plain({ answer: 'Taken' })],
  ['/records/:kind/:id/links', plain()],
  ['/records/:kind/:id/links/withdraw', plain({ id: '1' })],
  ['/colleagues', plain({ person: 'persons/nobody' })],
  ['/account/tokens', plain()],
  ['/account/tokens/revoke', plain({ id: 'of-somebody-else' })],
  ['/drafts/:draft/add/:what', ofDraft({ post: 'director' })],
  ['/drafts/:draft/add/:kind/new-record', ofDraft({ 'name.en': 'Taken' })],
  ['/drafts/:draft/add/:kind/:id/:does', ofDraft({ 'name.en': 'Taken' })],
  ['/drafts/:draft/changes/:number', ofDraft({ does: 'take-out' })],
  ['/drafts/:draft/describe', ofDraft()],
  ['/drafts/:draft/sharing', ofDraft({ person: 'persons/nobody' })],
  ['/drafts/:draft/adopt', ofDraft({ 'act-reason': 'The matrix tries it.' })],
  ['/drafts/:draft/set-aside', ofDraft({ 'act-reason': 'The matrix tries it.' })],
  ['/drafts/:draft/upload', upload],
  ['/api/v1/registers/:register/what-if', (_, { seed }) => ({ type: JSON_TYPE, text: JSON.stringify({ vacate: [seed.idOf('director')] }) })],
  ['/api/v1/registers/:register/acts/record.put', act],
  ['/api/v1/registers/:register/acts/record.correct', act],
  ['/api/v1/registers/:register/acts/record.end', ending],
  ['/api/v1/registers/:register/acts/erasure.propose', erasing],
  ['/api/v1/registers/:register/acts/erasure.carry-out', json({ reason: 'The matrix tries it.', input: { proposal: 0 } })],
  ['/api/v1/registers/:register/acts/erasure.withdraw', json({ reason: 'The matrix tries it.', input: { proposal: 0 } })],
  // An address of this machine: nobody may have it called.
  ['/api/v1/registers/:register/webhooks', json({ address: 'http://127.0.0.1/', events: ['entry'] })],
  ...['/advice/new', '/concern', '/advice/:id/respond', '/advice/:id/escalate', '/decisions/new', '/decisions/:id/hand-over', '/decisions/:id/record'].map((end) => [end, unfilled] as const),
  ...['/meetings/new', '/meetings/quick/:id', ...['agenda', 'issue', 'minutes', 'agree', 'call-off'].map((step) => `/meetings/:id/${step}`), '/actions/new', ...['report', 'accept', 'extend'].map((step) => `/actions/:id/${step}`)].map((end) => [end, unfilled] as const),
  ...['/questions/new', '/questions/:id/answer', '/questions/:id/accept', '/entitlements/new', '/briefings/new', '/programme/new', '/statement/draw-up', '/statement/:id/reserve', '/statement/:id/sign', '/statement/:id/withdraw', '/barriers/raise', '/barriers/:id/respond', '/barriers/:id/close'].map((end) => [end, unfilled] as const),
  ...['/protocols/new', ...['open', 'comment', 'propose', 'agree', 'communicate', 'renew', 'withdraw', 'clauses/:clause/comment', 'clauses/:clause/propose', 'clauses/:clause/leave-out', ...['adopt', 'decline', 'withdraw', 'dispute', 'settle'].map((verb) => `amendments/:amendment/${verb}`)].map((step) => `/instruments/:id/${step}`), '/communications/:id/acknowledge'].map((end) => [end, unfilled] as const),
  ['/account/passkeys', plain({ answer: '{"id":"x","response":{}}' })],
  ['/account/passkeys/options', plain()],
  ['/account/passkeys/remove', plain({ credential: 'x' })],
];

/** @param withReason false to leave out what nobody may act without */
export function bodyFor(route: Route, sender: Sender, named: Authority, filled: Filled, withReason: boolean): Body {
  const path = route.url.replace(/^\/(en|cy)(\/:register)?(?=\/)/, '');
  const make = MAKES.find(([end]) => end === path)?.[1] ?? areaAct(path);
  if (make === undefined) throw new Unfilled(`${route.method} ${route.url}: nobody told the matrix what is posted there. Tell it in tests/access/matrix/bodies.ts.`);
  return make(sender, named, filled, withReason);
}
