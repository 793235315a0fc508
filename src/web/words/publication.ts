export const publicationWords = {
  heading: { en: 'By when it has to be public', cy: 'Erbyn pryd y mae’n rhaid iddo fod yn gyhoeddus' },
  what: { en: 'What', cy: 'Beth' },
  last: { en: 'Last day', cy: 'Diwrnod olaf' },
  workingDay: { en: '{day} (the last working day: {working})', cy: '{day} (y diwrnod gwaith olaf: {working})' },
  inTime: { en: 'Issued on {day}: in time', cy: 'Cyhoeddwyd ar {day}: mewn pryd' },
  late: { en: 'Issued on {day}: too late', cy: 'Cyhoeddwyd ar {day}: yn rhy hwyr' },
  working: { en: 'How the days were counted', cy: 'Sut y cyfrifwyd y diwrnodau' },
  counts: { en: '{day}: counts. {because}', cy: '{day}: yn cyfrif. {because}' },
  not: { en: '{day}: does not count. {because}', cy: '{day}: ddim yn cyfrif. {because}' },
} as const;
