/** The sentences of the yearly statement. Each says what was counted and nothing more. */
export const STATEMENT_WORDS = {
  overall: { en: 'The arrangements as a whole', cy: 'Y trefniadau yn eu cyfanrwydd' },
  asAt: { en: 'As at {date}, held against {pack} (edition {edition}).', cy: 'Fel yr oedd ar {date}, o’i gymharu â {pack} (argraffiad {edition}).' },
  ofAll: {
    en: 'Of the {all} things that the guidance expects of this authority, {secured} are secured, {short} are not, and of {unknown} the register does not say enough to tell.',
    cy: 'O’r {all} o bethau y mae’r canllawiau’n eu disgwyl gan yr awdurdod hwn, mae {secured} wedi’u sicrhau, nid yw {short} wedi’u sicrhau, ac am {unknown} nid yw’r gofrestr yn dweud digon i wybod.',
  },
  supports: { en: 'By this the arrangements support the role in every respect that was judged.', cy: 'Yn ôl hyn mae’r trefniadau’n cefnogi’r rôl ym mhob ffordd a farnwyd.' },
  notYet: { en: 'By this the arrangements do not yet support the role in every respect.', cy: 'Yn ôl hyn nid yw’r trefniadau eto’n cefnogi’r rôl ym mhob ffordd.' },
  ofSingle: { en: 'Of one expectation: {counts}.', cy: 'O un disgwyliad: {counts}.' },
  ofOne: { en: 'Of {all} expectations: {counts}.', cy: 'O {all} o ddisgwyliadau: {counts}.' },
  count: { en: '{count} {diagnosis}', cy: '{count} {diagnosis}' },
  listed: { en: '{diagnosis}: {titles}.', cy: '{diagnosis}: {titles}.' },
  people: { en: 'What rests on single people', cy: 'Yr hyn sy’n gorffwys ar unigolion' },
  onNobody: { en: 'Nothing that is met now would be lost if any one person left.', cy: 'Ni fyddai dim sydd wedi’i gyflawni nawr yn cael ei golli pe bai unrhyw un person yn gadael.' },
  onHolder: { en: 'Without whoever now holds {posts}, {count} of these would no longer be met as they are: {titles}.', cy: 'Heb bwy bynnag sydd nawr yn dal {posts}, ni fyddai {count} o’r rhain wedi’u cyflawni fel y maent: {titles}.' },
  since: { en: 'What changed since the statement before', cy: 'Yr hyn a newidiodd ers y datganiad blaenorol' },
  sinceDay: { en: 'The statement before was composed as at {date}.', cy: 'Cyfansoddwyd y datganiad blaenorol fel yr oedd ar {date}.' },
  sinceNone: { en: 'No expectation stands otherwise than it did then.', cy: 'Nid oes unrhyw ddisgwyliad yn sefyll yn wahanol i’r hyn yr oedd bryd hynny.' },
  sinceEdition: { en: 'The guidance is another than then ({before}), so the two can be compared only where they ask the same.', cy: 'Mae’r canllawiau’n wahanol i’r hyn oeddent bryd hynny ({before}), felly dim ond lle maent yn gofyn yr un peth y gellir cymharu’r ddau.' },
  moved: { en: '{title}: {before} then, {after} now.', cy: '{title}: {before} bryd hynny, {after} nawr.' },
  sinceFirst: { en: 'This is the first statement on record.', cy: 'Dyma’r datganiad cyntaf a gofnodwyd.' },
} as const;
