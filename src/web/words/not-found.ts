export const notFoundWords = {
  title: { en: 'Page not found', cy: 'Ni chafwyd hyd i’r dudalen' },
  page: { en: 'There is no page at this address.', cy: 'Nid oes tudalen yn y cyfeiriad hwn.' },
  register: { en: 'There is no register “{found}” here.', cy: 'Nid oes cofrestr “{found}” yma.' },
  expectation: { en: 'There is no expectation “{found}” in the guidance that this register is judged by.', cy: 'Nid oes disgwyliad “{found}” yn y canllawiau y bernir y gofrestr hon yn eu herbyn.' },
  accountability: { en: 'There is no accountability “{found}” in the guidance that this register is judged by.', cy: 'Nid oes atebolrwydd “{found}” yn y canllawiau y bernir y gofrestr hon yn eu herbyn.' },
  kind: { en: 'There is no kind of record “{found}”.', cy: 'Nid oes math o gofnod “{found}”.' },
  record: { en: 'There is no record “{found}” in this register.', cy: 'Nid oes cofnod “{found}” yn y gofrestr hon.' },
  meant: { en: 'Did you mean:', cy: 'A oeddech yn golygu:' },
  start: { en: 'Go to the authorities', cy: 'Mynd at yr awdurdodau' },
} as const;
