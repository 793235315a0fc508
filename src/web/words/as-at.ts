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
  error: { en: 'Error', cy: 'Gwall' },
  faults: {
    'not-a-date': { en: 'The date must be a real date, such as 31 3 2012', cy: 'Rhaid i’r dyddiad fod yn ddyddiad go iawn, fel 31 3 2012' },
    'day-missing': { en: 'The date must include a day', cy: 'Rhaid i’r dyddiad gynnwys diwrnod' },
    'month-missing': { en: 'The date must include a month', cy: 'Rhaid i’r dyddiad gynnwys mis' },
    'year-missing': { en: 'The date must include a year', cy: 'Rhaid i’r dyddiad gynnwys blwyddyn' },
    'out-of-range': { en: 'The year must be from 1900 to 2199', cy: 'Rhaid i’r flwyddyn fod rhwng 1900 a 2199' },
  },
} as const;
