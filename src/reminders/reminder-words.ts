/** What a mail says. It names kinds of things, posts and days, and never what a record says. */
export const reminderWords = {
  subject: { one: { en: '{authority}: one thing waits for you', cy: '{authority}: mae un peth yn aros amdanoch chi' }, more: { en: '{authority}: {count} things wait for you', cy: '{authority}: mae {count} o bethau’n aros amdanoch chi' } },
  see: { en: 'See all that waits for you:', cy: 'Gweld popeth sy’n aros amdanoch chi:' },
  thing: { en: '{what}, for {whose}', cy: '{what}, ar gyfer {whose}' },
  due: { en: 'Due by {due}.', cy: 'I’w wneud erbyn {due}.' },
  was: { en: 'It was due by {due}.', cy: 'Roedd i’w wneud erbyn {due}.' },
  since: { en: 'It has waited since {since}. No day is set for it.', cy: 'Mae’n aros ers {since}. Nid oes diwrnod wedi’i bennu ar ei gyfer.' },
  first: { en: 'This is the first of two reminders about it. The second and last goes out on {second}, and not if you have acted by then.', cy: 'Dyma’r cyntaf o ddau nodyn atgoffa amdano. Anfonir yr ail, a’r olaf, ar {second}, ond nid os byddwch wedi gweithredu erbyn hynny.' },
  second: { en: 'This is the second and last reminder about it.', cy: 'Dyma’r ail nodyn atgoffa amdano, a’r olaf.' },
  only: { en: 'This is the only reminder about it.', cy: 'Dyma’r unig nodyn atgoffa amdano.' },
  open: { en: 'Open it:', cy: 'Ei agor:' },
  answer: { en: 'Or say how it stands without signing in, once, until {until}:', cy: 'Neu dywedwch sut y mae’n sefyll heb fewngofnodi, unwaith, tan {until}:' },
  answers: { done: { en: 'It is done', cy: 'Mae wedi’i wneud' }, delayed: { en: 'It is delayed', cy: 'Mae wedi’i oedi' }, acknowledged: { en: 'I have received it', cy: 'Rwyf wedi’i dderbyn' } },
  more: { en: 'There are {count} more. See all of them:', cy: 'Mae {count} arall. Gweld pob un:' },
  rule: {
    en: 'There are never more than two reminders about one thing: one {before} days before its day and one {after} days after it, on working days. What has no day counts as due when it has waited for {withoutDay} days. None comes once you have acted; where a later day is agreed, that day counts.',
    cy: 'Nid oes byth mwy na dau nodyn atgoffa am un peth: un {before} diwrnod cyn ei ddiwrnod ac un {after} diwrnod ar ei ôl, ar ddiwrnodau gwaith. Mae’r hyn nad oes diwrnod ar ei gyfer yn ddyledus pan fydd wedi aros {withoutDay} diwrnod. Ni ddaw un pan fyddwch wedi gweithredu; lle cytunir ar ddiwrnod diweddarach, hwnnw sy’n cyfrif.',
  },
  choose: { en: 'Choose how often, in which language, or no reminders:', cy: 'Dewis pa mor aml, ym mha iaith, neu ddim nodiadau atgoffa:' },
  private: { en: 'This mail does not say what the records say. Do not forward it: its links are yours.', cy: 'Nid yw’r neges hon yn dweud beth mae’r cofnodion yn ei ddweud. Peidiwch â’i hanfon ymlaen: eich dolenni chi sydd ynddi.' },
} as const;
