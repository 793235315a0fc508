export const startWords = {
  title: { en: 'Who can be held to account, and can they answer?', cy: 'Pwy sy’n atebol, ac a allant ateb?' },
  lead: {
    en: 'A council makes one officer answerable for its social services. These pages hold each council’s arrangements, and what actually happened, against the statutory guidance.',
    cy: 'Mae cyngor yn gwneud un swyddog yn atebol am ei wasanaethau cymdeithasol. Mae’r tudalennau hyn yn cymharu trefniadau pob cyngor, a’r hyn a ddigwyddodd mewn gwirionedd, â’r canllawiau statudol.',
  },
  lenses: {
    en: 'Every expectation is seen three ways: is it provided for on paper, does it happen in practice, and would it survive if somebody left?',
    cy: 'Edrychir ar bob disgwyliad mewn tair ffordd: a ddarperir ar ei gyfer ar bapur, a yw’n digwydd yn ymarferol, ac a fyddai’n goroesi pe bai rhywun yn gadael?',
  },
  registers: { en: 'Authorities', cy: 'Awdurdodau' },
  cases: { en: 'Cases', cy: 'Achosion' },
  casesLead: {
    en: 'Each is a fictional council with one condition that an inspection has described.',
    cy: 'Mae pob un yn gyngor dychmygol ag un cyflwr y mae arolygiad wedi’i ddisgrifio.',
  },
  empty: { en: 'No register could be read.', cy: 'Ni ellid darllen unrhyw gofrestr.' },
  name: { en: 'Authority', cy: 'Awdurdod' },
  nation: { en: 'Nation', cy: 'Cenedl' },
  asAt: { en: 'As at', cy: 'Fel yr oedd ar' },
  unreadable: { en: 'Cannot be read', cy: 'Ni ellir ei darllen' },
  today: { en: 'today', cy: 'heddiw' },
} as const;
