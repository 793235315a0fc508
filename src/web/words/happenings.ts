import type { BothLanguages } from '../../kernel/text.ts';
import type { HappeningGroup } from '../../assessment/happenings/happening.ts';

/** What happenings can be chosen by. */
export const HAPPENING_GROUP_WORDS: Readonly<Record<HappeningGroup, BothLanguages>> = {
  people: { en: 'People and posts', cy: 'Pobl a swyddi' },
  structure: { en: 'Structure', cy: 'Strwythur' },
  instruments: { en: 'Instruments and agreements', cy: 'Offerynnau a chytundebau' },
  meetings: { en: 'Meetings', cy: 'Cyfarfodydd' },
  actions: { en: 'Actions', cy: 'Camau gweithredu' },
  advice: { en: 'Advice and decisions', cy: 'Cyngor a phenderfyniadau' },
  reports: { en: 'Reports and reviews', cy: 'Adroddiadau ac adolygiadau' },
  scrutiny: { en: 'Scrutiny', cy: 'Craffu' },
  inspection: { en: 'Inspection', cy: 'Arolygu' },
  workforce: { en: 'Requests and plans', cy: 'Ceisiadau a chynlluniau' },
  performance: { en: 'Performance and risk', cy: 'Perfformiad a risg' },
};

export const timelineWords = {
  title: { en: 'Timeline', cy: 'Llinell amser' },
  heading: { en: 'What happened, and when', cy: 'Yr hyn a ddigwyddodd, a phryd' },
  lead: {
    en: 'From what the register says up to this date, the newest first.',
    cy: 'O’r hyn y mae’r gofrestr yn ei ddweud hyd at y dyddiad hwn, y diweddaraf yn gyntaf.',
  },
  kind: { en: 'What', cy: 'Beth' },
  main: { en: 'People, structure, instruments, reports and inspections', cy: 'Pobl, strwythur, offerynnau, adroddiadau ac arolygiadau' },
  everything: { en: 'Everything', cy: 'Popeth' },
  about: { en: 'Who or where', cy: 'Pwy neu ble' },
  anybody: { en: 'Anybody', cy: 'Unrhyw un' },
  show: { en: 'Show', cy: 'Dangos' },
  nothing: { en: 'The register tells of nothing of this kind up to this date.', cy: 'Nid yw’r gofrestr yn sôn am ddim o’r math hwn hyd at y dyddiad hwn.' },
  found: {
    one: { en: 'One thing happened.', cy: 'Digwyddodd un peth.' },
    other: { en: '{count} things happened.', cy: 'Digwyddodd {count} o bethau.' },
  },
  shown: { en: 'The {count} newest of {all} are shown. Choose what or who to see older ones.', cy: 'Dangosir y {count} diweddaraf o {all}. Dewiswch beth neu bwy i weld rhai hŷn.' },
  record: { en: 'record', cy: 'cofnod' },
  held: { en: 'Who held which post', cy: 'Pwy oedd yn dal pa swydd' },
  heldLead: { en: 'The posts that more than one person has held, or that stood empty. The table says the same in words.', cy: 'Y swyddi y mae mwy nag un person wedi’u dal, neu a fu’n wag. Mae’r tabl yn dweud yr un peth mewn geiriau.' },
  chart: { en: 'Chart of who held which post, which scrolls sideways', cy: 'Siart o bwy oedd yn dal pa swydd, sy’n sgrolio i’r ochr' },
  charted: { en: 'Posts from {from} to {to}, each with its holders one after another. The table that follows says the same.', cy: 'Swyddi o {from} hyd at {to}, pob un â’i deiliaid y naill ar ôl y llall. Mae’r tabl sy’n dilyn yn dweud yr un peth.' },
  post: { en: 'Post', cy: 'Swydd' },
  holders: { en: 'Held by', cy: 'Deiliad' },
  vacant: { en: 'vacant', cy: 'gwag' },
} as const;

export const storyWords = {
  heading: { en: 'Story', cy: 'Stori' },
  lead: { en: 'Everything with a day, up to {date}, that names it.', cy: 'Popeth â diwrnod, hyd at {date}, sy’n ei enwi.' },
  filter: { en: 'Show only:', cy: 'Dangos yn unig:' },
  all: { en: 'All', cy: 'Pob un' },
  nothing: { en: 'Nothing with a day names it up to this date.', cy: 'Nid oes dim â diwrnod yn ei enwi hyd at y dyddiad hwn.' },
  item: { en: 'Item {number}: {title}.', cy: 'Eitem {number}: {title}.' },
  earlier: {
    one: { en: 'Before these there is one more; choose a kind to see it.', cy: 'Cyn y rhain mae un arall; dewiswch fath i’w weld.' },
    other: { en: 'Before these there are {count} more; choose a kind to see them.', cy: 'Cyn y rhain mae {count} arall; dewiswch fath i’w gweld.' },
  },
} as const;
