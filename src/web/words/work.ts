export const workWords = {
  work: { en: 'Everyday work', cy: 'Gwaith bob dydd' },
  lead: { en: 'What you do here is kept with its reason, and the verdicts follow from it.', cy: 'Cedwir yr hyn a wnewch yma gyda’i reswm, ac mae’r dyfarniadau’n dilyn ohono.' },
} as const;
