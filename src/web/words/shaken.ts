export const shakenWords = {
  heading: { en: 'What this changed, as at {date}', cy: 'Yr hyn a newidiodd hyn, fel ar {date}' },
  agreements: { en: 'Agreements that it shakes', cy: 'Cytundebau y mae’n eu hysgwyd' },
  agreementsMean: { en: 'They stood before. Whoever holds the post now has to agree them, or the instrument has to be negotiated again.', cy: 'Roeddent yn sefyll o’r blaen. Rhaid i bwy bynnag sy’n dal y swydd nawr gytuno arnynt, neu rhaid negodi’r offeryn eto.' },
  mended: { en: 'Agreements that stand now', cy: 'Cytundebau sy’n sefyll nawr' },
  falls: { en: 'Verdicts that fell', cy: 'Dyfarniadau a syrthiodd' },
  rises: { en: 'Verdicts that rose', cy: 'Dyfarniadau a gododd' },
  others: { en: 'Verdicts that changed otherwise', cy: 'Dyfarniadau a newidiodd fel arall' },
  records: { en: 'Records:', cy: 'Cofnodion:' },
  more: { en: 'and {count} more', cy: 'a {count} arall' },
  nothing: { en: 'It moved no verdict and shook no agreement.', cy: 'Ni symudodd unrhyw ddyfarniad ac ni ysgydwodd unrhyw gytundeb.' },
} as const;
