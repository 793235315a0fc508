/**
 * What the register refuses, by the code of the fault, with the places `{field}` (the label of the field), `{found}` (what was given) and
 * `{nearest}` (a question whether something else was meant, or nothing). The Welsh stands on Welsh pages in place of the register's own
 * sentence, which is English and longer; the English says the same for whoever translates it.
 */
export const refusalWords = {
  'field-missing': { en: '{field} is missing. Fill it in.', cy: 'Mae {field} ar goll. Llenwch ef.' },
  'empty-words': { en: '{field} is empty. Give it words, or leave it out.', cy: 'Mae {field} yn wag. Rhowch eiriau ynddo, neu gadewch ef allan.' },
  'too-long': { en: '{field} holds more than is kept. Shorten it.', cy: 'Mae {field} yn dal mwy nag a gedwir. Byrhewch ef.' },
  'bad-date': { en: '{field} must be a date that exists; {found} was found.{nearest}', cy: 'Rhaid i {field} fod yn ddyddiad sy’n bod; cafwyd {found}.{nearest}' },
  'wrong-date': { en: '{found} is not a date that exists.', cy: 'Nid yw {found} yn ddyddiad sy’n bod.' },
  'period-reversed': { en: 'The first day on which it no longer holds must be later than the day from which it holds.', cy: 'Rhaid i’r diwrnod cyntaf nad yw’n dal fod yn hwyrach na’r diwrnod y mae’n dal ohono.' },
  'bad-duration': { en: '{field} must be a length of time; {found} was found.{nearest}', cy: 'Rhaid i {field} fod yn hyd o amser; cafwyd {found}.{nearest}' },
  'bad-id': { en: '{found} cannot be an id: use letters, figures and dashes.{nearest}', cy: 'Ni all {found} fod yn ddynodydd: defnyddiwch lythrennau, ffigurau a chysylltnodau.{nearest}' },
  'wrong-id': { en: '{found} is not an id of letters, figures, full stops, dashes or underscores.', cy: 'Nid yw {found} yn ddynodydd o lythrennau, ffigurau, atalnodau llawn, cysylltnodau neu danlinellau.' },
  'unknown-value': { en: '{field} cannot be {found}.{nearest}', cy: 'Ni all {field} fod yn {found}.{nearest}' },
  'unknown-word': { en: '{found} is not one of the words of the guidance.{nearest}', cy: 'Nid yw {found} yn un o eiriau’r canllawiau.{nearest}' },
  'wrong-type': { en: '{field} cannot hold {found}.', cy: 'Ni all {field} ddal {found}.' },
  'unknown-field': { en: '{found} is not a field of this record.{nearest}', cy: 'Nid yw {found} yn faes o’r cofnod hwn.{nearest}' },
  'dangling-reference': { en: '{found} is not the id of any record that this may name.{nearest}', cy: 'Nid yw {found} yn ddynodydd unrhyw gofnod y caiff hwn ei enwi.{nearest}' },
  'reference-of-wrong-kind': { en: '{found} is a record of a kind that this field cannot name.', cy: 'Mae {found} yn gofnod o fath na all y maes hwn ei enwi.' },
  'ambiguous-reference': { en: '{found} is the id of several records. Write the kind before it.{nearest}', cy: 'Mae {found} yn ddynodydd sawl cofnod. Ysgrifennwch y math o’i flaen.{nearest}' },
  'no-such-record': { en: '{found} is not a record of the register.', cy: 'Nid yw {found} yn gofnod yn y gofrestr.' },
  'id-taken': { en: '{found} is a record of the register already.', cy: 'Mae {found} eisoes yn gofnod yn y gofrestr.' },
  'still-referred-to': { en: 'Other records refer to {found}, of which nothing would be left. End it from a later day, or change them first.', cy: 'Mae cofnodion eraill yn cyfeirio at {found}, ac ni fyddai dim ohono ar ôl. Dewch ag ef i ben o ddiwrnod diweddarach, neu newidiwch nhw yn gyntaf.' },
  'overlapping-appointments': { en: 'This person already holds this post at that time. End one appointment before the other begins.', cy: 'Mae’r person hwn eisoes yn dal y swydd hon ar yr adeg honno. Dewch ag un penodiad i ben cyn i’r llall ddechrau.' },
  'changed-since': { en: 'It was changed after you looked. Look again, and decide again.', cy: 'Fe’i newidiwyd ar ôl ichi edrych. Edrychwch eto, a phenderfynwch eto.' },
  'no-change': { en: 'This would change nothing.', cy: 'Ni fyddai hyn yn newid dim.' },
  'wrong-reason': { en: 'Say why, in plain words and up to 2,000 characters.', cy: 'Dywedwch pam, mewn geiriau plaen a hyd at 2,000 o nodau.' },
  'not-allowed': { en: 'This is not yours to change.', cy: 'Nid chi sydd i newid hyn.' },
  'same-person': { en: 'Whoever proposed this does not carry it out: another person does.', cy: 'Nid y sawl a gynigiodd hyn sy’n ei gyflawni: person arall sy’n gwneud hynny.' },
  'too-many-tries': { en: 'There were too many tries. Wait a little and try again.', cy: 'Bu gormod o gynigion. Arhoswch ychydig a rhowch gynnig arall arni.' },
  'sign-in-refused': { en: 'The name or the password is not right.', cy: 'Nid yw’r enw neu’r cyfrinair yn gywir.' },
  'code-refused': { en: 'This code is not right, or was used before. Take the next one.', cy: 'Nid yw’r cod hwn yn gywir, neu fe’i defnyddiwyd o’r blaen. Cymerwch yr un nesaf.' },
} as const;

export const isRefusal = (code: string): code is keyof typeof refusalWords => Object.hasOwn(refusalWords, code);

/** The question that stands in the place `{nearest}`. */
export const meantWords = { nearest: { en: ' Did you mean {nearest}?', cy: ' Ai {nearest} oeddech yn ei feddwl?' } } as const;
