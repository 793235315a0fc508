/** The date field and what can be wrong with a date. */
export const asAt = {
  asAt: { en: 'As at {date}', cy: 'Fel yr oedd ar {date}' },
  legend: { en: 'See another date', cy: 'Gweld dyddiad arall' },
  hint: { en: 'For example, 31 3 2012', cy: 'Er enghraifft, 31 3 2012' },
  day: { en: 'Day', cy: 'Diwrnod' },
  month: { en: 'Month', cy: 'Mis' },
  year: { en: 'Year', cy: 'Blwyddyn' },
  show: { en: 'Show', cy: 'Dangos' },
  usual: { en: 'Back to {date}', cy: 'Yn ôl i {date}' },
  knownSummary: { en: 'See what was known then', cy: 'Gweld yr hyn a oedd yn hysbys bryd hynny' },
  knownLegend: { en: 'As known at the end of which day?', cy: 'Fel yr oedd yn hysbys ar ddiwedd pa ddiwrnod?' },
  knownHint: {
    en: 'Entries and corrections made after that day are left out. Leave it empty for all that is known now.',
    cy: 'Hepgorir cofnodion a chywiriadau a wnaed ar ôl y diwrnod hwnnw. Gadewch ef yn wag ar gyfer popeth sy’n hysbys nawr.',
  },
  error: { en: 'Error', cy: 'Gwall' },
  faults: {
    'not-a-date': { en: 'The date must be a real date, such as 31 3 2012', cy: 'Rhaid i’r dyddiad fod yn ddyddiad go iawn, fel 31 3 2012' },
    'day-missing': { en: 'The date must include a day', cy: 'Rhaid i’r dyddiad gynnwys diwrnod' },
    'month-missing': { en: 'The date must include a month', cy: 'Rhaid i’r dyddiad gynnwys mis' },
    'year-missing': { en: 'The date must include a year', cy: 'Rhaid i’r dyddiad gynnwys blwyddyn' },
    'out-of-range': { en: 'The year must be from 1900 to 2199', cy: 'Rhaid i’r flwyddyn fod rhwng 1900 a 2199' },
  },
  knownFaults: {
    'not-a-date': { en: 'The day to look back from must be a real date, such as 31 3 2012', cy: 'Rhaid i’r diwrnod i edrych yn ôl ohono fod yn ddyddiad go iawn, fel 31 3 2012' },
    'day-missing': { en: 'The day to look back from must include a day', cy: 'Rhaid i’r dyddiad i edrych yn ôl ohono gynnwys diwrnod' },
    'month-missing': { en: 'The day to look back from must include a month', cy: 'Rhaid i’r dyddiad i edrych yn ôl ohono gynnwys mis' },
    'year-missing': { en: 'The day to look back from must include a year', cy: 'Rhaid i’r dyddiad i edrych yn ôl ohono gynnwys blwyddyn' },
    'out-of-range': { en: 'The year to look back from must be from 1900 to 2199', cy: 'Rhaid i’r flwyddyn i edrych yn ôl ohoni fod rhwng 1900 a 2199' },
    'before-it-began': { en: 'Nothing was known on that day: the register began later', cy: 'Nid oedd dim yn hysbys ar y diwrnod hwnnw: dechreuodd y gofrestr yn ddiweddarach' },
    'still-to-come': { en: 'The day to look back from must be today or in the past', cy: 'Rhaid i’r diwrnod i edrych yn ôl ohono fod heddiw neu yn y gorffennol' },
  },
} as const;
