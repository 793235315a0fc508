import type { BothLanguages } from '../../kernel/text.ts';
import type { Diagnosis } from '../../assessment/diagnosis.ts';

export { VERDICTS } from '../../assessment/verdict-words.ts';

/** What each diagnosis means, for the table of how many there are. */
export const MEANINGS: Readonly<Record<Diagnosis, BothLanguages>> = {
  secured: {
    en: 'Provided for, shown to happen, and safe if any one person leaves.',
    cy: 'Darperir ar ei gyfer, dangosir ei fod yn digwydd, ac mae’n ddiogel os bydd unrhyw un person yn gadael.',
  },
  'person-dependent': {
    en: 'Provided for and shown to happen, but it rests on one person.',
    cy: 'Darperir ar ei gyfer a dangosir ei fod yn digwydd, ond mae’n dibynnu ar un person.',
  },
  'despite-the-arrangements': {
    en: 'Nothing shows that it fails in practice, but it is not properly provided for.',
    cy: 'Nid oes dim yn dangos ei fod yn methu’n ymarferol, ond ni ddarperir yn briodol ar ei gyfer.',
  },
  'on-paper-only': {
    en: 'Provided for, but the record does not show enough of it happening.',
    cy: 'Darperir ar ei gyfer, ond nid yw’r cofnod yn dangos digon ohono’n digwydd.',
  },
  exposed: {
    en: 'Neither properly provided for nor shown to happen as it should.',
    cy: 'Ni ddarperir yn briodol ar ei gyfer ac ni ddangosir ei fod yn digwydd fel y dylai.',
  },
  'not-known': {
    en: 'The register does not say enough to tell.',
    cy: 'Nid yw’r gofrestr yn dweud digon i farnu.',
  },
  'does-not-apply': {
    en: 'The guidance does not ask for it here.',
    cy: 'Nid yw’r canllawiau’n gofyn amdano yma.',
  },
};

/** One sentence of a diagnosis, by which tested lenses apply: both, only what is on paper, or only practice. */
export const EXPLAINED: Readonly<Record<Diagnosis, Readonly<Record<'both' | 'paper' | 'practice', BothLanguages>>>> = {
  secured: {
    both: {
      en: 'The arrangements provide for it, the record shows it happening, and both would stand if any one person left.',
      cy: 'Mae’r trefniadau’n darparu ar ei gyfer, mae’r cofnod yn ei ddangos yn digwydd, a byddai’r ddau’n sefyll pe bai unrhyw un person yn gadael.',
    },
    paper: {
      en: 'The arrangements provide for it and would still do so if any one person left. The guidance asks for nothing in practice.',
      cy: 'Mae’r trefniadau’n darparu ar ei gyfer a byddent yn dal i wneud pe bai unrhyw un person yn gadael. Nid yw’r canllawiau’n gofyn am ddim yn ymarferol.',
    },
    practice: {
      en: 'The record shows it happening, and it would go on if any one person left. The guidance asks for nothing on paper.',
      cy: 'Mae’r cofnod yn ei ddangos yn digwydd, a byddai’n parhau pe bai unrhyw un person yn gadael. Nid yw’r canllawiau’n gofyn am ddim ar bapur.',
    },
  },
  'person-dependent': {
    both: {
      en: 'The arrangements provide for it and the record shows it happening, but it would not stand without one person.',
      cy: 'Mae’r trefniadau’n darparu ar ei gyfer ac mae’r cofnod yn ei ddangos yn digwydd, ond ni fyddai’n sefyll heb un person.',
    },
    paper: {
      en: 'The arrangements provide for it, but they would not stand without one person. The guidance asks for nothing in practice.',
      cy: 'Mae’r trefniadau’n darparu ar ei gyfer, ond ni fyddent yn sefyll heb un person. Nid yw’r canllawiau’n gofyn am ddim yn ymarferol.',
    },
    practice: {
      en: 'The record shows it happening, but it would not go on without one person. The guidance asks for nothing on paper.',
      cy: 'Mae’r cofnod yn ei ddangos yn digwydd, ond ni fyddai’n parhau heb un person. Nid yw’r canllawiau’n gofyn am ddim ar bapur.',
    },
  },
  'despite-the-arrangements': {
    both: {
      en: 'The record shows it happening, but the arrangements do not properly provide for it.',
      cy: 'Mae’r cofnod yn ei ddangos yn digwydd, ond nid yw’r trefniadau’n darparu’n briodol ar ei gyfer.',
    },
    paper: {
      en: 'The arrangements do not properly provide for it. The guidance asks for nothing in practice, which counts as met.',
      cy: 'Nid yw’r trefniadau’n darparu’n briodol ar ei gyfer. Nid yw’r canllawiau’n gofyn am ddim yn ymarferol, ac mae hynny’n cyfrif fel cyflawni.',
    },
    practice: {
      en: 'The arrangements do not properly provide for it.',
      cy: 'Nid yw’r trefniadau’n darparu’n briodol ar ei gyfer.',
    },
  },
  'on-paper-only': {
    both: {
      en: 'The arrangements provide for it, but the record does not show enough of it happening.',
      cy: 'Mae’r trefniadau’n darparu ar ei gyfer, ond nid yw’r cofnod yn dangos digon ohono’n digwydd.',
    },
    paper: {
      en: 'The record does not show enough of it happening.',
      cy: 'Nid yw’r cofnod yn dangos digon ohono’n digwydd.',
    },
    practice: {
      en: 'The record does not show enough of it happening. The guidance asks for nothing on paper, which counts as met.',
      cy: 'Nid yw’r cofnod yn dangos digon ohono’n digwydd. Nid yw’r canllawiau’n gofyn am ddim ar bapur, ac mae hynny’n cyfrif fel cyflawni.',
    },
  },
  exposed: {
    both: {
      en: 'The arrangements do not properly provide for it, and the record does not show enough of it happening.',
      cy: 'Nid yw’r trefniadau’n darparu’n briodol ar ei gyfer, ac nid yw’r cofnod yn dangos digon ohono’n digwydd.',
    },
    paper: { en: 'The arrangements do not properly provide for it.', cy: 'Nid yw’r trefniadau’n darparu’n briodol ar ei gyfer.' },
    practice: { en: 'The record does not show enough of it happening.', cy: 'Nid yw’r cofnod yn dangos digon ohono’n digwydd.' },
  },
  'not-known': same({
    en: 'The register does not say enough to tell. What to record to know is listed below.',
    cy: 'Nid yw’r gofrestr yn dweud digon i farnu. Rhestrir isod beth i’w gofnodi er mwyn gwybod.',
  }),
  'does-not-apply': same({
    en: 'The guidance does not ask for this of the authority on this date.',
    cy: 'Nid yw’r canllawiau’n gofyn am hyn gan yr awdurdod ar y dyddiad hwn.',
  }),
};

function same(words: BothLanguages): Readonly<Record<'both' | 'paper' | 'practice', BothLanguages>> {
  return { both: words, paper: words, practice: words };
}
