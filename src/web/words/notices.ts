/** What stands above a page when it has to be known first. */
export const noticeWords = {
  important: { en: 'Important', cy: 'Pwysig' },
  readOnly: {
    en: 'Nothing can be added to this register at the moment, because what it is kept on has a fault. All that is shown was entered and kept safely. It goes on by itself once the fault is mended.',
    cy: 'Ni ellir ychwanegu dim at y gofrestr hon ar hyn o bryd, oherwydd bod nam ar yr hyn y cedwir hi arno. Cofnodwyd popeth a ddangosir, ac fe’i cadwyd yn ddiogel. Bydd yn mynd ymlaen ohoni’i hun wedi i’r nam gael ei drwsio.',
  },
  knownTitle: { en: 'As it was known then', cy: 'Fel yr oedd yn hysbys bryd hynny' },
  known: {
    en: 'This is what the register said on {moment}. What was entered or corrected later is left out.',
    cy: 'Dyma’r hyn a ddywedai’r gofrestr ar {moment}. Hepgorir yr hyn a gofnodwyd neu a gywirwyd yn ddiweddarach.',
  },
  knownNow: { en: 'See what is known now', cy: 'Gweld yr hyn sy’n hysbys nawr' },
} as const;
