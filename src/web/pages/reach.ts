import { LEVER_WORDS } from '../../rules/lever-words.ts';
import { LEVERS, reachOf, type Lever, type Reach } from '../../rules/levers.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { reachWords } from '../words/reach.ts';

/** The levers from the statutory officer to every function of social services. */
export function reachPage(reading: Reading): Page {
  const { language, speaker, assessment: { compiled } } = reading;
  const t = inLanguage(reachWords, language);
  const reached = reachOf(seenFacts(reading), compiled.pack.statutoryOfficer);
  const gaps = reached.filter(({ gap }) => gap).length;
  return pageOfRegister(reading, {
    view: 'reach.njk',
    title: t.title,
    current: 'reach',
    model: {
      t,
      lead: filled(t.lead, { officer: capitalised(speaker.value(compiled.pack.statutoryOfficer)) }),
      found: filled(gaps === 0 ? t.noGaps : t.gaps, { count: gaps, all: reached.length }),
      hasGaps: gaps > 0,
      levers: LEVERS.map((lever) => capitalised(LEVER_WORDS[lever][language])),
      functions: reached.map((one) => functionModel(one, reading)),
      byName: reached.some((one) => LEVERS.some((lever) => cell(one, lever) === 'byName')),
    },
  });
}

function functionModel(reach: Reach, reading: Reading) {
  const { language, speaker } = reading;
  const t = inLanguage(reachWords, language);
  return {
    ...recordLink(reading, reach.function),
    gap: reach.gap,
    chain: reach.gap ? t.gap : !isLine(reach) ? t.noLine : reach.chain.length > 1 ? reach.chain.map((post) => speaker.name(post)).join(t.then) : t.itself,
    cells: LEVERS.map((lever) => cell(reach, lever)),
    leads: reach.leads.map((post) => recordLink(reading, post)),
    holds: reach.levers.map((lever) => ({
      lever: capitalised(LEVER_WORDS[lever][language]),
      records: [...new Set(reach.holds.filter((hold) => hold.lever === lever).flatMap(({ records }) => records))].map((ref) => recordLink(reading, ref)),
    })),
  };
}

const isLine = ({ levers }: Reach): boolean => levers.includes('manages') || levers.includes('manages-the-manager');

/** Whether there is the lever, and whether only by what names a person. */
function cell({ holds }: Reach, lever: Lever): 'yes' | 'no' | 'byName' {
  const held = holds.filter((hold) => hold.lever === lever);
  if (held.length === 0) return 'no';
  return held.every(({ informal }) => informal !== undefined) ? 'byName' : 'yes';
}

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en-GB') + text.slice(1);
