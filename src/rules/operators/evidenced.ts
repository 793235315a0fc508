import { z } from 'zod';
import { absent } from '../absence.ts';
import { firstReasons, firstRefs } from '../naming.ts';
import { defineOperator } from '../operator.ts';
import { reason } from '../outcome.ts';
import { share } from '../ratio.ts';

const says = {
  judgements: { en: '{yes} of the {all} judgements have evidence, and an improvement where the rating is weak.', cy: 'Mae gan {yes} o’r {all} dyfarniad dystiolaeth, a gwelliant lle mae’r sgôr yn wan.' },
  claims: { en: '{yes} of the {all} claims of the report have evidence.', cy: 'Mae gan {yes} o’r {all} honiad yn yr adroddiad dystiolaeth.' },
  noEvidence: { en: '{record}: no evidence is named.', cy: '{record}: ni enwir tystiolaeth.' },
  noImprovement: { en: '{record}: rated {rating}, and no improvement is named.', cy: '{record}: sgôr {rating}, ac ni enwir gwelliant.' },
  more: { en: 'And {count} more.', cy: 'A {count} arall.' },
};

/** Every judgement of the latest self-assessment, or every claim of reports of a type in the look-back, has evidence. */
export const evidenced = defineOperator({
  name: 'evidenced',
  params: () => z.strictObject({ what: z.enum(['judgements', 'claims']), of: z.enum(['annual', 'performance', 'scrutiny', 'council']).optional() }),
  evaluate({ what, of }, facts) {
    if (what === 'judgements') {
      const [latest] = facts.all('self-assessments').filter(({ period }) => period.from <= facts.on).toSorted((a, b) => (a.period.until > b.period.until ? -1 : 1));
      if (latest === undefined) return absent(facts, 'self-assessments', { en: 'a self-assessment', cy: 'hunanasesiad' });
      const judgements = facts.where('judgements', 'assessment', latest.ref);
      if (judgements.length === 0) return absent(facts, 'judgements', { en: 'a judgement of the self-assessment', cy: 'dyfarniad yn yr hunanasesiad' });
      const weak = judgements.filter(({ evidence, rating, improvement }) => evidence.length === 0 || (rating !== 'met' && improvement === undefined));
      const each = weak.map(({ ref, evidence, rating }) =>
        evidence.length === 0 ? reason(says.noEvidence, { record: ref }, [ref]) : reason(says.noImprovement, { record: ref, rating }, [ref]),
      );
      const yes = judgements.length - weak.length;
      return share({ yes, no: weak.length, unknown: 0 }, 1, [reason(says.judgements, { yes, all: judgements.length }, [latest.ref]), ...firstReasons(each, (count) => reason(says.more, { count }))]);
    }
    const types = of === undefined ? (['annual', 'performance', 'scrutiny', 'council'] as const) : [of];
    const reports = types
      .flatMap((type) => facts.where('reports', 'type', type))
      .filter(({ period, publishedOn, state }) => state !== 'withdrawn' && (publishedOn ?? period?.until ?? facts.on) >= facts.window.from);
    const claims = reports.flatMap(({ ref }) => facts.where('claims', 'report', ref));
    if (claims.length === 0) return absent(facts, 'claims', { en: 'a claim of a report, with its evidence', cy: 'honiad mewn adroddiad, gyda’i dystiolaeth' });
    const without = claims.filter(({ evidence }) => evidence.length === 0);
    const each = without.map(({ ref }) => reason(says.noEvidence, { record: ref }, [ref]));
    const yes = claims.length - without.length;
    return share({ yes, no: without.length, unknown: 0 }, 1, [reason(says.claims, { yes, all: claims.length }, firstRefs(reports)), ...firstReasons(each, (count) => reason(says.more, { count }))]);
  },
  explain: ({ what }) => ({
    says: what === 'judgements'
      ? { en: 'Every judgement of the latest self-assessment has evidence, and an improvement where the rating is weak.', cy: 'Mae gan bob dyfarniad yn yr hunanasesiad diweddaraf dystiolaeth, a gwelliant lle mae’r sgôr yn wan.' }
      : { en: 'Every claim of the report has evidence.', cy: 'Mae gan bob honiad yn yr adroddiad dystiolaeth.' },
  }),
});
