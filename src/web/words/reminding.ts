export const remindingWords = {
  title: { en: 'Reminders by e-mail', cy: 'Nodiadau atgoffa drwy e-bost' },
  off: { en: 'No reminders are sent from here.', cy: 'Ni anfonir nodiadau atgoffa o’r fan hon.' },
  rule: {
    en: 'There are never more than two reminders about one thing: one {before} days before its day and one {after} days after it, on working days from {hour}:00. What has no day counts as due when it has waited for {withoutDay} days.',
    cy: 'Nid oes byth mwy na dau nodyn atgoffa am un peth: un {before} diwrnod cyn ei ddiwrnod ac un {after} diwrnod ar ei ôl, ar ddiwrnodau gwaith o {hour}:00. Mae’r hyn nad oes diwrnod ar ei gyfer yn ddyledus pan fydd wedi aros {withoutDay} diwrnod.',
  },
  acted: { en: 'None comes once you have acted. Where a later day is agreed, that day counts and the first one is forgotten.', cy: 'Ni ddaw un pan fyddwch wedi gweithredu. Lle cytunir ar ddiwrnod diweddarach, hwnnw sy’n cyfrif ac anghofir y cyntaf.' },
  private: { en: 'A reminder says what kind of thing waits, for which post and by when. It never says what a record says.', cy: 'Mae nodyn atgoffa’n dweud pa fath o beth sy’n aros, ar gyfer pa swydd ac erbyn pryd. Nid yw byth yn dweud beth mae cofnod yn ei ddweud.' },
  address: { en: 'They go to {address}.', cy: 'Cânt eu hanfon i {address}.' },
  noAddress: { en: 'There is no e-mail address of yours yet, so nothing is sent to you.', cy: 'Nid oes cyfeiriad e-bost gennych eto, felly nid anfonir dim atoch.' },
  giveAddress: { en: 'Give your e-mail address', cy: 'Rhoi eich cyfeiriad e-bost' },
  changeAddress: { en: 'Change your e-mail address', cy: 'Newid eich cyfeiriad e-bost' },
  how: { en: 'How often', cy: 'Pa mor aml' },
  hows: { each: { en: 'On each working day that something is due', cy: 'Ar bob diwrnod gwaith y mae rhywbeth yn ddyledus' }, weekly: { en: 'Once a week at most', cy: 'Unwaith yr wythnos ar y mwyaf' }, off: { en: 'Never', cy: 'Byth' } },
  in: { en: 'Language of the mails', cy: 'Iaith y negeseuon' },
  languages: { both: { en: 'English and Welsh', cy: 'Cymraeg a Saesneg' }, en: { en: 'English', cy: 'Saesneg' }, cy: { en: 'Welsh', cy: 'Cymraeg' } },
  save: { en: 'Save', cy: 'Cadw' },
  saved: { en: 'This is kept.', cy: 'Cadwyd hyn.' },
  done: { en: 'Done', cy: 'Wedi’i wneud' },
  coming: { en: 'What is to come', cy: 'Yr hyn sydd i ddod' },
  nothing: { en: 'Nothing that waits for you has a day to be reminded of.', cy: 'Nid oes diwrnod i’ch atgoffa ohono gan ddim sy’n aros amdanoch chi.' },
  columns: { what: { en: 'What', cy: 'Beth' }, due: { en: 'Due', cy: 'Erbyn' }, first: { en: 'First reminder', cy: 'Nodyn cyntaf' }, second: { en: 'Second and last', cy: 'Yr ail a’r olaf' } },
  sent: { en: 'sent on {day}', cy: 'anfonwyd ar {day}' },
  from: { en: 'from {day}', cy: 'o {day}' },
  moved: { en: 'not {day}. {because}', cy: 'nid {day}. {because}' },
  next: { en: 'with the next mail', cy: 'gyda’r neges nesaf' },
  leftOut: { en: 'left out: the second counts', cy: 'hepgorwyd: yr ail sy’n cyfrif' },
  stopped: { en: 'none: you have acted', cy: 'dim: rydych wedi gweithredu' },
  waited: { en: '{due}: it has waited since {since}', cy: '{due}: mae’n aros ers {since}' },
  more: { en: 'These are the first {count} of {all}.', cy: 'Dyma’r {count} cyntaf o {all}.' },
  back: { en: 'Back to the inbox', cy: 'Yn ôl i’r mewnflwch' },
} as const;

/** Of either page, where no mail server is set up. */
export const mailStays = { en: 'No mail server is set up here yet: mail is written into a folder of the server, where whoever runs it finds it.', cy: 'Nid oes gweinydd post wedi’i osod yma eto: ysgrifennir negeseuon i ffolder ar y gweinydd, lle bydd pwy bynnag sy’n ei redeg yn eu canfod.' } as const;

/** Of the page where an e-mail address is given, the mail that asks to confirm it, and the page behind its link. */
export const mailAddressWords = {
  title: { en: 'Your e-mail address', cy: 'Eich cyfeiriad e-bost' },
  lead: { en: 'Reminders and the like go there, and nothing that is confidential. It counts once you have followed the link that is sent to it.', cy: 'Anfonir nodiadau atgoffa a’u tebyg yno, a dim byd cyfrinachol. Mae’n cyfrif pan fyddwch wedi dilyn y ddolen a anfonir iddo.' },
  now: { en: 'It is {address}.', cy: '{address} ydyw.' },
  waits: { en: '{address} waits to be confirmed: follow the link that was sent there. It works once, for 24 hours.', cy: 'Mae {address} yn aros i gael ei gadarnhau: dilynwch y ddolen a anfonwyd yno. Mae’n gweithio unwaith, am 24 awr.' },
  none: { en: 'Nothing is sent from here, so no address is needed.', cy: 'Nid anfonir dim o’r fan hon, felly nid oes angen cyfeiriad.' },
  address: { en: 'E-mail address', cy: 'Cyfeiriad e-bost' },
  send: { en: 'Send a link to it', cy: 'Anfon dolen iddo' },
  remove: { en: 'Use none', cy: 'Defnyddio dim un' },
  wrong: { en: 'Write one e-mail address, as in name@example.org', cy: 'Ysgrifennwch un cyfeiriad e-bost, fel enw@example.org' },
  tooMany: { en: 'You have asked for too many links today. Try again tomorrow', cy: 'Rydych wedi gofyn am ormod o ddolenni heddiw. Rhowch gynnig arall arni yfory' },
  notSent: { en: 'The mail could not be sent just now. Try again later', cy: 'Ni ellid anfon y neges ar hyn o bryd. Rhowch gynnig arall arni yn nes ymlaen' },
  subject: { en: 'Answerable: confirm your e-mail address', cy: 'Answerable: cadarnhewch eich cyfeiriad e-bost' },
  text: { en: 'Somebody who signed in to Answerable wants to have reminders at this address. If that was you, follow this link. It works once, for 24 hours:', cy: 'Mae rhywun a fewngofnododd i Answerable am gael nodiadau atgoffa yn y cyfeiriad hwn. Os chi oedd hwnnw, dilynwch y ddolen hon. Mae’n gweithio unwaith, am 24 awr:' },
  ignore: { en: 'If it was not you, do nothing: nothing more is sent here.', cy: 'Os nad chi oedd hwnnw, peidiwch â gwneud dim: nid anfonir dim mwy yma.' },
  confirm: { en: 'Confirm this address', cy: 'Cadarnhau’r cyfeiriad hwn' },
  confirmLead: { en: 'From now on, reminders go to {address}.', cy: 'O hyn ymlaen, anfonir nodiadau atgoffa i {address}.' },
  confirmed: { en: 'Your address is confirmed', cy: 'Cadarnhawyd eich cyfeiriad' },
  confirmedLead: { en: 'You can close this page.', cy: 'Gallwch gau’r dudalen hon.' },
  gone: { en: 'This link does not work any more', cy: 'Nid yw’r ddolen hon yn gweithio mwyach' },
  goneLead: { en: 'It was used, or more than 24 hours have passed. Ask for another on the page of your account.', cy: 'Fe’i defnyddiwyd, neu aeth mwy na 24 awr heibio. Gofynnwch am un arall ar dudalen eich cyfrif.' },
} as const;

/** Of the page behind a link by which something is said with one click. */
export const answerLinkWords = {
  heading: {
    done: { en: 'Say that it is done', cy: 'Dweud ei fod wedi’i wneud' },
    delayed: { en: 'Say that it is delayed', cy: 'Dweud ei fod wedi’i oedi' },
    acknowledged: { en: 'Say that you have received it', cy: 'Dweud eich bod wedi’i dderbyn' },
  },
  says: {
    done: { en: 'It is done.', cy: 'Mae wedi’i wneud.' },
    delayed: { en: 'It is delayed.', cy: 'Mae wedi’i oedi.' },
    acknowledged: { en: 'It has been received.', cy: 'Mae wedi’i dderbyn.' },
  },
  lead: { en: 'This is what will be entered, under your name. Nothing is entered before you press the button.', cy: 'Dyma’r hyn a gofnodir, dan eich enw chi. Ni chofnodir dim cyn i chi bwyso’r botwm.' },
  rows: {
    what: { en: 'About', cy: 'Am' },
    due: { en: 'Due', cy: 'Erbyn' },
    says: { en: 'You say', cy: 'Rydych yn dweud' },
    by: { en: 'Entered as', cy: 'Cofnodir fel' },
    then: { en: 'What follows', cy: 'Beth sy’n dilyn' },
    until: { en: 'The link works until', cy: 'Mae’r ddolen yn gweithio tan' },
  },
  then: {
    done: { en: 'It waits for whoever asked for it to accept that it is done.', cy: 'Mae’n aros i bwy bynnag a ofynnodd amdano dderbyn ei fod wedi’i wneud.' },
    delayed: { en: 'Its day stays as it is: more time is given by whoever asked for it.', cy: 'Mae ei ddiwrnod yn aros fel y mae: rhoddir rhagor o amser gan bwy bynnag a ofynnodd amdano.' },
    acknowledged: { en: 'It is on record that it reached you.', cy: 'Mae wedi’i gofnodi ei fod wedi eich cyrraedd.' },
  },
  as: { en: '{person}, {post}', cy: '{person}, {post}' },
  reason: { en: '“{says}” Said by the link in the reminder of {day}, without signing in.', cy: '“{says}” Dywedwyd drwy’r ddolen yn y nodyn atgoffa ar {day}, heb fewngofnodi.' },
  thanks: { en: 'It is entered', cy: 'Mae wedi’i gofnodi' },
  thanksLead: { en: 'You said so on {when}. The link does nothing more; you can close this page.', cy: 'Dywedoch hynny ar {when}. Nid yw’r ddolen yn gwneud dim mwy; gallwch gau’r dudalen hon.' },
  gone: { en: 'This link does nothing any more', cy: 'Nid yw’r ddolen hon yn gwneud dim mwyach' },
  why: {
    unknown: { en: 'There is no such link. Check that the whole address was taken over from the mail.', cy: 'Nid oes dolen o’r fath. Gwiriwch fod y cyfeiriad cyfan wedi’i gymryd o’r neges.' },
    expired: { en: 'It worked until {when}.', cy: 'Roedd yn gweithio tan {when}.' },
    closed: { en: 'What it was about stands otherwise since it was sent, or is not yours to say any more.', cy: 'Mae’r hyn yr oedd amdano’n sefyll yn wahanol ers ei anfon, neu nid eich lle chi yw ei ddweud mwyach.' },
  },
  signIn: { en: 'Sign in to see what waits for you', cy: 'Mewngofnodwch i weld yr hyn sy’n aros amdanoch chi' },
} as const;
