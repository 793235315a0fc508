/** How a register is kept, in words for somebody who has never heard of a Merkle tree. */
export const keptWords = {
  title: { en: 'How this register is kept', cy: 'Sut y cedwir y gofrestr hon' },
  lead: {
    en: 'Everything that is entered here stays, in order, with who entered it, when and why. What was wrong is corrected by a new entry, and the old one can still be read. Nobody, whoever runs this service included, can change an entry, leave one out or put them in another order without it showing.',
    cy: 'Mae popeth a gofnodir yma yn aros, mewn trefn, gyda phwy a’i cofnododd, pryd a pham. Cywirir yr hyn a oedd yn anghywir gan gofnod newydd, a gellir darllen yr hen un o hyd. Ni all neb, gan gynnwys pwy bynnag sy’n rhedeg y gwasanaeth hwn, newid cofnod, hepgor un na’u rhoi mewn trefn arall heb i hynny ddod i’r amlwg.',
  },
  now: { en: 'The register now', cy: 'Y gofrestr nawr' },
  entries: { en: 'Entries', cy: 'Cofnodion' },
  begun: { en: 'First entry', cy: 'Y cofnod cyntaf' },
  newest: { en: 'Newest entry', cy: 'Y cofnod diweddaraf' },
  witnessed: { en: 'Seen by others', cy: 'Wedi’i gweld gan eraill' },
  notWitnessed: { en: 'Not witnessed: nobody outside has signed this state of the register', cy: 'Heb ei thystio: nid oes neb o’r tu allan wedi llofnodi’r cyflwr hwn o’r gofrestr' },
  witnessedBy: { en: 'Witnessed by {by} on {at}', cy: 'Tystiwyd gan {by} ar {at}' },
  checkpoint: { en: 'The newest checkpoint', cy: 'Y pwynt gwirio diweddaraf' },
  checkpointMeans: {
    en: 'A checkpoint stands for all entries up to now: its name, how many they are, a fingerprint of them all, and signatures. If a single letter of any entry changed, the fingerprint would be another one.',
    cy: 'Mae pwynt gwirio yn sefyll dros bob cofnod hyd yn hyn: ei enw, faint sydd ohonynt, ôl bys o’r cyfan, a llofnodion. Pe bai un llythyren o unrhyw gofnod yn newid, byddai’r ôl bys yn un arall.',
  },
  download: { en: 'Download the checkpoint', cy: 'Lawrlwytho’r pwynt gwirio' },
  key: { en: 'The key that verifies it', cy: 'Yr allwedd sy’n ei wirio' },
  keyMeans: {
    en: 'With this key anybody can check the signature of a checkpoint or a receipt. It is no secret. Ask the council for it by another way as well: a forger of this page would show a key of their own.',
    cy: 'Gyda’r allwedd hon gall unrhyw un wirio llofnod pwynt gwirio neu dderbynneb. Nid yw’n gyfrinach. Gofynnwch i’r cyngor amdani mewn ffordd arall hefyd: byddai ffugiwr y dudalen hon yn dangos ei allwedd ei hun.',
  },
  receipt: { en: 'Get the receipt of an entry', cy: 'Cael derbynneb cofnod' },
  receiptMeans: {
    en: 'A receipt proves that one entry is in the register as it stands under the checkpoint. It can be checked without this service.',
    cy: 'Mae derbynneb yn profi bod un cofnod yn y gofrestr fel y mae o dan y pwynt gwirio. Gellir ei gwirio heb y gwasanaeth hwn.',
  },
  entry: { en: 'Number of the entry', cy: 'Rhif y cofnod' },
  entryHint: { en: 'From 0, the first, to {last}, the newest. The page of a record says the numbers of its entries.', cy: 'O 0, y cyntaf, i {last}, y diweddaraf. Mae tudalen cofnod yn dweud rhifau ei gofnodion.' },
  entryMissing: { en: 'Enter the number of an entry, from 0 to {last}', cy: 'Rhowch rif cofnod, o 0 i {last}' },
  entryNone: { en: 'The number of the entry must be from 0 to {last}', cy: 'Rhaid i rif y cofnod fod rhwng 0 a {last}' },
  error: { en: 'Error', cy: 'Gwall' },
  get: { en: 'Download the receipt', cy: 'Lawrlwytho’r dderbynneb' },
  check: { en: 'How to check it yourself', cy: 'Sut i’w gwirio eich hun' },
  steps: {
    key: { en: 'Keep the key above where nobody can change it, and compare it with the one that the council gives you.', cy: 'Cadwch yr allwedd uchod lle na all neb ei newid, a chymharwch hi â’r un y mae’r cyngor yn ei rhoi i chi.' },
    checkpoint: { en: 'Download the checkpoint today and keep it.', cy: 'Lawrlwythwch y pwynt gwirio heddiw a chadwch ef.' },
    again: {
      en: 'Later, whenever you like, give it to whoever runs the service, or to an inspector, and have them show you what “{command}” answers. It fails if anything that your checkpoint stands for was changed since.',
      cy: 'Yn ddiweddarach, pryd bynnag y dymunwch, rhowch ef i bwy bynnag sy’n rhedeg y gwasanaeth, neu i arolygydd, a gofynnwch iddynt ddangos i chi beth y mae “{command}” yn ei ateb. Bydd yn methu os newidiwyd unrhyw beth y mae eich pwynt gwirio yn sefyll drosto ers hynny.',
    },
    receipt: {
      en: 'A receipt and the text of its entry (which whoever runs the service can give you) are checked by any program that knows these open formats. Thirty lines of code are enough to write one.',
      cy: 'Gwirir derbynneb a thestun ei chofnod (y gall pwy bynnag sy’n rhedeg y gwasanaeth ei roi i chi) gan unrhyw raglen sy’n gwybod y fformatau agored hyn. Mae deg ar hugain o linellau o god yn ddigon i ysgrifennu un.',
    },
    witness: {
      en: 'Where a witness has signed the checkpoint too, nobody can show one history to you and another to the witness.',
      cy: 'Lle mae tyst wedi llofnodi’r pwynt gwirio hefyd, ni all neb ddangos un hanes i chi ac un arall i’r tyst.',
    },
  },
  formats: { en: 'The formats', cy: 'Y fformatau' },
  /** On the start page of the register. */
  summary: {
    en: 'This register holds {count} entries, the newest of {newest}. A signed checkpoint stands for all of them. {witnessed}.',
    cy: 'Mae’r gofrestr hon yn dal {count} o gofnodion, y diweddaraf ar {newest}. Mae pwynt gwirio wedi’i lofnodi yn sefyll drostynt i gyd. {witnessed}.',
  },
  summaryOne: {
    en: 'This register holds one entry, of {newest}. A signed checkpoint stands for it. {witnessed}.',
    cy: 'Mae’r gofrestr hon yn dal un cofnod, ar {newest}. Mae pwynt gwirio wedi’i lofnodi yn sefyll drosto. {witnessed}.',
  },
  more: { en: 'How it is kept, and how to check it', cy: 'Sut y cedwir hi, a sut i’w gwirio' },
} as const;
