export const coverageWords = {
  title: { en: 'Coverage', cy: 'Cwmpas' },
  heading: { en: 'What was discussed, and where', cy: 'Yr hyn a drafodwyd, ac ymhle' },
  lead: {
    en: 'Items about each theme in the meetings that were held, from their records, over the twelve months to this date.',
    cy: 'Eitemau ar bob thema yn y cyfarfodydd a gynhaliwyd, o’u cofnodion, dros y deuddeng mis hyd at y dyddiad hwn.',
  },
  byBody: { en: 'Themes by body', cy: 'Themâu yn ôl corff' },
  byMonth: { en: '{body}, month by month', cy: '{body}, fesul mis' },
  theme: { en: 'Theme', cy: 'Thema' },
  all: { en: 'In all', cy: 'Cyfanswm' },
  held: { en: 'Meetings held', cy: 'Cyfarfodydd a gynhaliwyd' },
  none: { en: '0', cy: '0' },
  never: { en: 'Not discussed anywhere in the twelve months', cy: 'Heb eu trafod yn unman yn ystod y deuddeng mis' },
  choose: { en: 'Show month by month', cy: 'Dangos fesul mis' },
  body: { en: 'Body or series', cy: 'Corff neu gyfres' },
  show: { en: 'Show', cy: 'Dangos' },
  nothing: { en: 'No meeting that was held in the twelve months is on record.', cy: 'Nid oes cofnod o unrhyw gyfarfod a gynhaliwyd yn y deuddeng mis.' },
} as const;
