export const matrixWords = {
  title: { en: 'Responsibilities', cy: 'Cyfrifoldebau' },
  heading: { en: 'Who has what responsibility', cy: 'Pwy sydd â pha gyfrifoldeb' },
  lead: {
    en: 'Every responsibility that a provision in force gives, over each accountability of the guidance and each function of social services. Each should have exactly one who is accountable.',
    cy: 'Pob cyfrifoldeb y mae darpariaeth mewn grym yn ei roi, dros bob atebolrwydd yn y canllawiau a phob un o swyddogaethau gwasanaethau cymdeithasol. Dylai fod gan bob un yn union un sy’n atebol.',
  },
  one: { en: 'Exactly one who is accountable: {count} of {all}. Nobody: {none}. Several: {several}.', cy: 'Yn union un sy’n atebol: {count} o {all}. Neb: {none}. Mwy nag un: {several}.' },
  over: { en: 'Over', cy: 'Dros' },
  accountable: { en: 'Accountable', cy: 'Yn atebol' },
  nobody: { en: 'Nobody', cy: 'Neb' },
  several: { en: 'Several: {names}', cy: 'Mwy nag un: {names}' },
  nothing: { en: 'None', cy: 'Dim' },
  table: { en: 'Responsibilities by post and body', cy: 'Cyfrifoldebau yn ôl swydd a chorff' },
  empty: { en: 'No provision in force gives anybody a responsibility on this date.', cy: 'Nid oes unrhyw ddarpariaeth mewn grym yn rhoi cyfrifoldeb i neb ar y dyddiad hwn.' },
} as const;
