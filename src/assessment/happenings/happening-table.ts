import type { BothLanguages } from '../../kernel/text.ts';
import type { KindName } from '../../model/kinds.ts';
import type { HappeningGroup } from './happening.ts';

/** In `where`: whatever the field holds, as long as it holds something. */
export const FILLED_IN = Symbol('filled in');

/** A date of a kind of record, and what happened on it. Places in braces are fields of the record, or of the group that the date stands in. */
export interface HappeningRow {
  /** A path to a date; `from` and `until` are the ends of the valid period, the first version's beginning and the last one's end. */
  readonly at: string;
  readonly of: HappeningGroup;
  readonly says: BothLanguages;
  /** Only for records of which all this is so. */
  readonly where?: Readonly<Record<string, unknown>>;
}

const row = (of: HappeningGroup, at: string, en: string, cy: string, where?: HappeningRow['where']): HappeningRow => ({ at, of, says: { en, cy }, ...(where === undefined ? {} : { where }) });

export const HAPPENING_TABLE: { readonly [K in KindName]?: readonly HappeningRow[] } = {
  appointments: [
    row('people', 'from', '{person} took up {post} ({basis}).', 'Dechreuodd {person} yn {post} ({basis}).'),
    row('people', 'until', '{person} left {post}.', 'Gadawodd {person} {post}.'),
  ],
  appraisals: [row('people', 'on', '{by} appraised the work of {post}.', 'Arfarnodd {by} waith {post}.')],
  posts: [
    row('structure', 'from', 'The post {record} was created.', 'Crëwyd y swydd {record}.'),
    row('structure', 'until', 'The post {record} was ended.', 'Daeth y swydd {record} i ben.'),
  ],
  units: [
    row('structure', 'from', '{record} was set up.', 'Sefydlwyd {record}.'),
    row('structure', 'until', '{record} was ended.', 'Daeth {record} i ben.'),
  ],
  bodies: [
    row('structure', 'from', '{record} was set up.', 'Sefydlwyd {record}.'),
    row('structure', 'until', '{record} was ended.', 'Daeth {record} i ben.'),
  ],
  functions: [
    row('structure', 'from', 'The function {record} began.', 'Dechreuodd y swyddogaeth {record}.'),
    row('structure', 'until', 'The function {record} ended.', 'Daeth y swyddogaeth {record} i ben.'),
  ],
  seats: [
    row('structure', 'from', '{holder} took a seat on {body} ({role}).', 'Cymerodd {holder} sedd ar {body} ({role}).'),
    row('structure', 'until', '{holder} left {body}.', 'Gadawodd {holder} {body}.'),
  ],
  instruments: [
    row('instruments', 'agreedOn', '{record} was agreed (version {version}) and took the place of {supersedes}.', 'Cytunwyd ar {record} (fersiwn {version}), a chymerodd le {supersedes}.'),
    row('instruments', 'agreedOn', '{record} was agreed (version {version}).', 'Cytunwyd ar {record} (fersiwn {version}).', { supersedes: undefined }),
    row('instruments', 'until', '{record} ceased to hold.', 'Daeth {record} i ben.'),
  ],
  agreements: [row('instruments', 'on', '{signedBy} agreed version {version} of {instrument} for {party}.', 'Cytunodd {signedBy} ar fersiwn {version} o {instrument} dros {party}.')],
  amendments: [
    row('instruments', 'on', '{by} commented on {instrument} or proposed a change to it.', 'Rhoddodd {by} sylw ar {instrument} neu gynnig newid iddo.'),
    row('instruments', 'closedOn', 'What {by} had said of {instrument} was closed ({state}).', 'Caewyd yr hyn a ddywedodd {by} am {instrument} ({state}).'),
  ],
  communications: [row('instruments', 'on', '{of} was sent to {to}.', 'Anfonwyd {of} at {to}.')],
  series: [
    row('meetings', 'from', 'The meetings “{record}” were arranged, once in {frequency}.', 'Trefnwyd y cyfarfodydd “{record}”, unwaith mewn {frequency}.'),
    row('meetings', 'until', 'The meetings “{record}” came to an end.', 'Daeth y cyfarfodydd “{record}” i ben.'),
  ],
  meetings: [
    row('meetings', 'on', 'A meeting was held: {series}.', 'Cynhaliwyd cyfarfod: {series}.', { held: true }),
    row('meetings', 'on', 'A meeting was held: {body}.', 'Cynhaliwyd cyfarfod: {body}.', { held: true, series: undefined }),
    row('meetings', 'on', 'No meeting was held: {series}.', 'Ni chynhaliwyd cyfarfod: {series}.', { held: false }),
    row('meetings', 'on', 'No meeting was held: {body}.', 'Ni chynhaliwyd cyfarfod: {body}.', { held: false, series: undefined }),
  ],
  actions: [
    row('actions', 'from', '{owner} was given the action “{record}”.', 'Rhoddwyd y cam gweithredu “{record}” i {owner}.'),
    row('actions', 'due', 'The action of {owner}, “{record}”, was due ({state}).', 'Roedd cam gweithredu {owner}, “{record}”, yn ddyledus ({state}).'),
    row('actions', 'extensions.to', '“{record}” was put off to this day: {why}.', 'Gohiriwyd “{record}” i’r diwrnod hwn: {why}.'),
  ],
  advice: [
    row('advice', 'on', '{from} advised {to}: “{record}”.', 'Rhoddodd {from} gyngor i {to}: “{record}”.', { nature: 'advice' }),
    row('advice', 'on', '{from} raised a concern with {to}: “{record}”.', 'Cododd {from} bryder gyda {to}: “{record}”.', { nature: 'concern' }),
    row('advice', 'on', '{from} challenged {to}: “{record}”.', 'Heriodd {from} {to}: “{record}”.', { nature: 'challenge' }),
    row('advice', 'on', '{from} put on record to {to} that they disagree: “{record}”.', 'Cofnododd {from} i {to} eu bod yn anghytuno: “{record}”.', { nature: 'dissent' }),
    row('advice', 'responses.on', '{to} answered “{record}”: {outcome}.', 'Atebodd {to} “{record}”: {outcome}.'),
  ],
  'statutory-decisions': [
    row('advice', 'on', '{by} decided, under {under}: “{record}”.', 'Penderfynodd {by}, o dan {under}: “{record}”.', { clock: undefined }),
    // With a clock `on` is the day on which it began until it is decided, and then the day of the decision.
    row('advice', 'on', 'The time for {by} to decide began, under {under}: “{record}”.', 'Dechreuodd yr amser i {by} benderfynu, o dan {under}: “{record}”.', { clock: FILLED_IN, decidedAt: undefined }),
    row('advice', 'on', '{by} decided, under {under}: “{record}”.', 'Penderfynodd {by}, o dan {under}: “{record}”.', { clock: FILLED_IN, decidedAt: FILLED_IN }),
  ],
  reports: [row('reports', 'publishedOn', '“{record}” was published.', 'Cyhoeddwyd “{record}”.')],
  'self-assessments': [row('reports', 'period.until', 'The year of the self-assessment ended ({state}).', 'Daeth blwyddyn yr hunanasesiad i ben ({state}).')],
  confirmations: [row('reports', 'on', '{by} confirmed the self-assessment as {as}.', 'Cadarnhaodd {by} yr hunanasesiad fel {as}.', { assessment: /^self-assessments\// })],
  statements: [row('reports', 'signedOn', '{by} signed the yearly statement on the statutory role.', 'Llofnododd {by} y datganiad blynyddol ar y rôl statudol.', { state: 'signed' })],
  barriers: [
    row('advice', 'on', '{raisedBy} raised a barrier to the statutory role: “{record}”.', 'Cododd {raisedBy} rwystr i’r rôl statudol: “{record}”.'),
    row('advice', 'resolvedOn', 'The barrier “{record}” was closed ({state}).', 'Caewyd y rhwystr “{record}” ({state}).'),
  ],
  consultations: [
    row('reports', 'opens', 'The consultation “{record}” opened.', 'Agorodd yr ymgynghoriad “{record}”.'),
    row('reports', 'closes', 'The consultation “{record}” closed.', 'Caeodd yr ymgynghoriad “{record}”.'),
  ],
  responses: [row('reports', 'on', '{organisation} answered the consultation “{consultation}”.', 'Atebodd {organisation} yr ymgynghoriad “{consultation}”.')],
  'case-reviews': [row('reports', 'completedOn', 'The case review “{record}” was completed.', 'Cwblhawyd yr adolygiad achos “{record}”.')],
  audits: [row('reports', 'on', '{by} audited {theme}.', 'Archwiliodd {by} {theme}.')],
  questions: [
    row('scrutiny', 'on', '{askedBy} asked {of}: “{record}”.', 'Gofynnodd {askedBy} i {of}: “{record}”.'),
    row('scrutiny', 'answers.on', '{of} answered “{record}” ({kind}).', 'Atebodd {of} “{record}” ({kind}).'),
  ],
  'programme-items': [row('scrutiny', 'due', '{body} was to look at “{record}”.', 'Roedd {body} i edrych ar “{record}”.')],
  briefings: [row('scrutiny', 'on', 'A briefing for {to}: “{record}”.', 'Sesiwn friffio i {to}: “{record}”.')],
  inspections: [
    row('inspection', 'period.from', 'The inspection “{record}” began.', 'Dechreuodd yr arolygiad “{record}”.'),
    row('inspection', 'period.until', 'The inspection “{record}” ended.', 'Daeth yr arolygiad “{record}” i ben.'),
  ],
  sites: [
    row('inspection', 'from', 'Fieldwork of “{inspection}” began.', 'Dechreuodd gwaith maes “{inspection}”.'),
    row('inspection', 'until', 'Fieldwork of “{inspection}” ended.', 'Daeth gwaith maes “{inspection}” i ben.'),
  ],
  'document-requests': [
    row('inspection', 'due', 'The inspectors asked for “{record}” by this day.', 'Gofynnodd yr arolygwyr am “{record}” erbyn y diwrnod hwn.'),
    row('inspection', 'receivedOn', 'The inspectors received “{record}”.', 'Derbyniodd yr arolygwyr “{record}”.'),
  ],
  engagements: [row('inspection', 'on', 'The inspectors met {with}.', 'Cyfarfu’r arolygwyr â {with}.')],
  recommendations: [row('inspection', 'from', 'Recommendation {number} of “{inspection}”: “{record}”.', 'Argymhelliad {number} “{inspection}”: “{record}”.')],
  requests: [
    row('workforce', 'issuedOn', '“{record}” was asked of {to}.', 'Gofynnwyd i {to} am “{record}”.'),
    row('workforce', 'due', '“{record}” was due back.', 'Roedd “{record}” i ddod yn ôl.'),
  ],
  returns: [row('workforce', 'on', '{from} answered “{request}”.', 'Atebodd {from} “{request}”.')],
  plans: [row('workforce', 'period.from', 'The plan “{record}” began ({state}).', 'Dechreuodd y cynllun “{record}” ({state}).')],
  observations: [row('performance', 'filedOn', 'A figure for “{indicator}” was filed ({status}).', 'Ffeiliwyd ffigur ar gyfer “{indicator}” ({status}).')],
  commentaries: [row('performance', 'period.until', 'Commentary on {on}: “{record}”.', 'Sylwebaeth ar {on}: “{record}”.')],
  risks: [row('performance', 'from', 'A risk was put on record: “{record}”.', 'Cofnodwyd risg: “{record}”.')],
};
