/** The accessibility statement. It says only what is so: change it with the tests in `tests/web/` that it speaks of. */
export const accessibilityWords = {
  title: { en: 'Accessibility statement', cy: 'Datganiad hygyrchedd' },
  lead: {
    en: 'This statement is about the pages of Answerable that you are reading now.',
    cy: 'Mae’r datganiad hwn yn ymwneud â’r tudalennau Answerable yr ydych yn eu darllen nawr.',
  },
  can: { en: 'What you should be able to do', cy: 'Yr hyn y dylech allu ei wneud' },
  canList: {
    keyboard: { en: 'reach and use everything with a keyboard alone', cy: 'cyrraedd a defnyddio popeth â bysellfwrdd yn unig' },
    script: { en: 'use every page without JavaScript', cy: 'defnyddio pob tudalen heb JavaScript' },
    narrow: { en: 'read on a screen 320 pixels wide, or enlarged to 400%, without scrolling sideways, except inside wide tables and drawings', cy: 'darllen ar sgrin 320 picsel o led, neu wedi’i chwyddo i 400%, heb sgrolio i’r ochr, ac eithrio o fewn tablau a lluniau llydan' },
    colours: { en: 'use your own colours: nothing is told by colour alone', cy: 'defnyddio eich lliwiau eich hun: nid oes dim yn cael ei gyfleu drwy liw yn unig' },
    print: { en: 'print any page', cy: 'argraffu unrhyw dudalen' },
    languages: { en: 'change between English and Welsh on every page and stay on it', cy: 'newid rhwng Cymraeg a Saesneg ar bob tudalen ac aros arni' },
  },
  tested: { en: 'What was tested', cy: 'Yr hyn a brofwyd' },
  testedLead: {
    en: 'The automatic tests of the product check these in Chromium each time that they are run:',
    cy: 'Mae profion awtomatig y cynnyrch yn gwirio’r rhain yn Chromium bob tro y cânt eu rhedeg:',
  },
  testedList: {
    axe: { en: 'every kind of page in both languages with axe-core, against the rules for WCAG 2.2 A and AA that it can test', cy: 'pob math o dudalen yn y ddwy iaith gydag axe-core, yn erbyn y rheolau ar gyfer WCAG 2.2 A ac AA y gall eu profi' },
    keyboard: { en: 'a journey with the keyboard alone, from the skip link to an expectation and on to a record', cy: 'taith â’r bysellfwrdd yn unig, o’r ddolen neidio i ddisgwyliad ac ymlaen i gofnod' },
    narrow: { en: 'every kind of page at 320 pixels wide', cy: 'pob math o dudalen yn 320 picsel o led' },
    colours: { en: 'the pages with forced colours', cy: 'y tudalennau gyda lliwiau gorfodol' },
    script: { en: 'the pages with JavaScript switched off', cy: 'y tudalennau gyda JavaScript wedi’i ddiffodd' },
  },
  untested: { en: 'What was not tested', cy: 'Yr hyn na phrofwyd' },
  untestedList: {
    people: { en: 'No disabled person has tried these pages for us.', cy: 'Nid oes unrhyw berson anabl wedi rhoi cynnig ar y tudalennau hyn i ni.' },
    readers: { en: 'No screen reader, voice control or screen magnifier was tried.', cy: 'Ni roddwyd cynnig ar unrhyw ddarllenydd sgrin, rheolaeth llais na chwyddwr sgrin.' },
    browsers: { en: 'No browser but Chromium was tried, and no telephone or tablet.', cy: 'Ni roddwyd cynnig ar unrhyw borwr ond Chromium, nac ar ffôn na llechen.' },
    audit: { en: 'Nobody from outside has audited them. We do not claim that they meet every part of WCAG 2.2 AA.', cy: 'Nid oes neb o’r tu allan wedi’u harchwilio. Nid ydym yn honni eu bod yn bodloni pob rhan o WCAG 2.2 AA.' },
  },
  known: { en: 'What we know is not accessible', cy: 'Yr hyn y gwyddom nad yw’n hygyrch' },
  knownList: {
    welsh: { en: 'The Welsh of these pages, and of the guidance, was drafted by a machine. No Welsh speaker has checked it, and it may be wrong.', cy: 'Drafftiwyd Cymraeg y tudalennau hyn, a Chymraeg y canllawiau, gan beiriant. Nid oes unrhyw siaradwr Cymraeg wedi’i gwirio, a gall fod yn anghywir.' },
    mixed: { en: 'Names and texts that a register holds in one language only are shown in it. Where such a name stands inside a sentence of the other language, the sentence is not marked for a change of voice.', cy: 'Dangosir enwau a thestunau y mae cofrestr yn eu dal mewn un iaith yn unig yn yr iaith honno. Lle saif enw o’r fath o fewn brawddeg yn yr iaith arall, nid yw’r frawddeg wedi’i marcio ar gyfer newid llais.' },
    matrix: { en: 'The matrix of levers, the tables of themes by body and by month, the map and the chart of who held which post are wide. On a narrow screen each scrolls sideways inside its own frame; what the drawings and the matrix say follows them as a list or a table.', cy: 'Mae matrics y lifrau, y tablau o themâu yn ôl corff ac yn ôl mis, y map a’r siart o bwy oedd yn dal pa swydd yn llydan. Ar sgrin gul mae pob un yn sgrolio i’r ochr o fewn ei ffrâm ei hun; mae’r hyn y mae’r lluniau a’r matrics yn ei ddweud yn eu dilyn fel rhestr neu dabl.' },
    faults: { en: 'What a register refuses is told in Welsh for the most frequent reasons. The others, and the faults of a register file that cannot be read, are told in English and marked so.', cy: 'Dywedir yn Gymraeg yr hyn y mae cofrestr yn ei wrthod am y rhesymau amlaf. Dywedir y lleill, a gwallau ffeil gofrestr na ellir ei darllen, yn Saesneg, wedi’u marcio felly.' },
  },
  tell: { en: 'Telling us', cy: 'Rhoi gwybod i ni' },
  tellText: {
    en: 'If something here stands in your way, tell whoever runs this service at your organisation. They can give you the same verdicts as plain text or data.',
    cy: 'Os oes rhywbeth yma yn eich rhwystro, dywedwch wrth bwy bynnag sy’n rhedeg y gwasanaeth hwn yn eich sefydliad. Gallant roi’r un dyfarniadau i chi fel testun plaen neu ddata.',
  },
} as const;
