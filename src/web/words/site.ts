/** What stands on every page. */
export const site = {
  signOut: { en: 'Sign out', cy: 'Allgofnodi' },
  product: { en: 'Answerable', cy: 'Answerable' },
  skip: { en: 'Skip to main content', cy: 'Neidio i’r prif gynnwys' },
  language: { en: 'Language', cy: 'Iaith' },
  service: { en: 'Authority and language', cy: 'Awdurdod ac iaith' },
  menu: { en: 'Menu', cy: 'Dewislen' },
  breadcrumb: { en: 'Breadcrumb', cy: 'Llwybr y dudalen' },
  home: { en: 'Authorities', cy: 'Awdurdodau' },
  verdicts: { en: 'Verdicts', cy: 'Dyfarniadau' },
  reach: { en: 'Reach', cy: 'Cyrhaeddiad' },
  map: { en: 'Map', cy: 'Map' },
  matrix: { en: 'Responsibilities', cy: 'Cyfrifoldebau' },
  coverage: { en: 'Coverage', cy: 'Cwmpas' },
  timeline: { en: 'Timeline', cy: 'Llinell amser' },
  work: { en: 'Work', cy: 'Gwaith' },
  inbox: { en: 'Inbox', cy: 'Mewnflwch' },
  searchAll: { en: 'Search this register', cy: 'Chwilio’r gofrestr hon' },
  find: { en: 'Find', cy: 'Canfod' },
  records: { en: 'Records', cy: 'Cofnodion' },
  whatIf: { en: 'What if', cy: 'Beth pe bai' },
  kept: { en: 'How it is kept', cy: 'Sut y cedwir hi' },
  accessibility: { en: 'Accessibility statement', cy: 'Datganiad hygyrchedd' },
  support: { en: 'About these pages', cy: 'Ynglŷn â’r tudalennau hyn' },
  readOnly: {
    en: 'These pages only read: nothing that you do here changes a register.',
    cy: 'Dim ond darllen a wna’r tudalennau hyn: nid oes dim a wnewch yma yn newid cofrestr.',
  },
  errorPrefix: { en: 'Error: ', cy: 'Gwall: ' },
  errorTitle: { en: 'There is a problem', cy: 'Mae problem' },
  onlyIn: {
    en: { en: 'Only in English', cy: 'Yn Saesneg yn unig' },
    cy: { en: 'Only in Welsh', cy: 'Yn Gymraeg yn unig' },
  },
} as const;

/** The link to the other language speaks that language. */
export const LANGUAGE_LINKS = {
  en: { text: 'English', change: 'Change the language to English' },
  cy: { text: 'Cymraeg', change: 'Newid yr iaith i’r Gymraeg' },
} as const;
