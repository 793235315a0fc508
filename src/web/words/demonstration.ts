export const demonstrationWords = {
  title: { en: 'Try it as somebody of a fictional council', cy: 'Rhowch gynnig arni fel rhywun mewn cyngor dychmygol' },
  lead: {
    en: 'Choose whom to be. What you then see and may do follows from the posts that they hold. Everything here is invented, is on this machine alone, and is gone when the program stops.',
    cy: 'Dewiswch pwy i fod. Mae’r hyn a welwch wedyn, a’r hyn y cewch ei wneud, yn dilyn o’r swyddi sydd ganddynt. Mae popeth yma wedi’i ddyfeisio, ar y peiriant hwn yn unig, ac yn diflannu pan fydd y rhaglen yn stopio.',
  },
  be: { en: 'Sign in as {name}', cy: 'Mewngofnodi fel {name}' },
  person: { en: 'Person', cy: 'Person' },
  posts: { en: 'Holds', cy: 'Swyddi' },
  start: { en: 'Try it: sign in as somebody of a fictional council and change things', cy: 'Rhowch gynnig arni: mewngofnodwch fel rhywun mewn cyngor dychmygol a newidiwch bethau' },
  notice: { en: 'Demonstration', cy: 'Arddangosiad' },
  noticeText: { en: 'This council is fictional. What you change is kept on this machine until the program stops.', cy: 'Mae’r cyngor hwn yn ddychmygol. Cedwir yr hyn a newidiwch ar y peiriant hwn nes i’r rhaglen stopio.' },
  other: { en: 'Be somebody else', cy: 'Bod yn rhywun arall' },
} as const;
