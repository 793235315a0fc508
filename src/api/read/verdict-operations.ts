import { z } from 'zod';
import { answerOf, explainedAnswer, type Told } from '../../assessment/answer.ts';
import type { Assessment } from '../../assessment/assess.ts';
import { compare, comparisonAnswer } from '../../assessment/what-if.ts';
import { quoted } from '../../kernel/fault.ts';
import { nearest } from '../../kernel/nearest.ts';
import { Speaker } from '../../rules/say.ts';
import { operation, type Operation } from '../http/operation.ts';
import { overlaid } from './overlaid.ts';
import { notFound, opened, verdictQuery, type Opened } from './opened.ts';
import { overlaySchema } from './overlay-schema.ts';
import type { Ports } from './ports.ts';
import { registerParam } from './register-operations.ts';
import { assessmentSchema, comparisonSchema, explainedSchema, reachSchema, structureSchema } from './verdict-schemas.ts';

const query = z.strictObject(verdictQuery);
type Query = z.output<typeof query>;

/** The verdicts, as the commands answer them; reasons that rest on what the caller may not see are not given. */
export const verdictOperations = (ports: Ports): readonly Operation[] => {
  type Judged = { readonly open: Opened; readonly assessment: Assessment; readonly told: Told };
  async function judged(caller: Parameters<typeof opened>[1], asked: Query) {
    const open = await opened(ports, caller, asked);
    if (!open.ok) return open;
    const assessment = open.value.assessment(asked['look-back']);
    return { ok: true as const, value: { open: open.value, assessment, told: open.value.told(assessment) } satisfies Judged };
  }

  const verdict = { method: 'get', tag: 'verdicts', scope: 'read', params: z.strictObject(registerParam), query, refuses: [404] } as const;

  return [
    operation({
      ...verdict, id: 'assess', path: '/registers/{register}/assessment',
      summary: 'Every expectation with its verdicts, reasons and diagnosis',
      answers: { status: 200, says: 'What `answerable assess --json` answers.', schema: assessmentSchema },
      async run({ caller, query: asked }) {
        const found = await judged(caller, asked);
        return found.ok ? { ok: true, value: { json: answerOf(found.value.assessment, asked.lang, found.value.told) } } : found;
      },
    }),
    operation({
      ...verdict, id: 'explain', path: '/registers/{register}/expectations/{expectation}',
      params: z.strictObject({ ...registerParam, expectation: z.string().describe('As in `access.corporate-management-team`.') }),
      summary: 'One verdict, what the guidance says, and what to do',
      answers: { status: 200, says: 'What `answerable explain --json` answers.', schema: explainedSchema },
      async run({ caller, params, query: asked }) {
        const found = await judged(caller, asked);
        if (!found.ok) return found;
        const { assessment, told } = found.value;
        const one = assessment.judged.find(({ compiled }) => compiled.expectation.id === params.expectation);
        if (one !== undefined) return { ok: true, value: { json: explainedAnswer(one, new Speaker(told.seen, assessment.facts.words, asked.lang), told) } };
        const near = nearest(params.expectation, assessment.judged.map(({ compiled }) => compiled.expectation.id));
        const sentence = `${quoted(params.expectation)} is not an expectation of \`${assessment.compiled.pack.id}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
        return { ok: false, faults: [{ ...notFound('unknown-expectation', sentence, params.expectation), ...(near === undefined ? {} : { nearest: near }) }] };
      },
    }),
    operation({
      ...verdict, id: 'getReach', path: '/registers/{register}/reach',
      summary: 'The levers from the statutory officer to every function',
      answers: { status: 200, says: 'What `answerable reach --json` answers, in a list.', schema: reachSchema },
      async run({ caller, query: asked }) {
        const found = await judged(caller, asked);
        return found.ok ? { ok: true, value: { json: { items: answerOf(found.value.assessment, asked.lang, found.value.told).reach } } } : found;
      },
    }),
    operation({
      ...verdict, id: 'getStructure', path: '/registers/{register}/structure',
      summary: 'Single, dual, integrated or shared directorate: computed from the lines',
      answers: { status: 200, says: 'The structure with its reasons.', schema: structureSchema },
      async run({ caller, query: asked }) {
        const found = await judged(caller, asked);
        return found.ok ? { ok: true, value: { json: answerOf(found.value.assessment, asked.lang, found.value.told).structure } } : found;
      },
    }),
    operation({
      ...verdict, method: 'post', id: 'whatIf', cost: 10, path: '/registers/{register}/what-if',
      summary: 'The verdicts beside those there would be after a change',
      description: 'Nothing is recorded. The body is an overlay: lists of what would happen, and records by kind that would be in place from the date.',
      body: { read: z.record(z.string(), z.unknown()), published: overlaySchema },
      answers: { status: 200, says: 'What `answerable what-if --json` answers.', schema: comparisonSchema },
      refuses: [404, 422],
      async run({ caller, query: asked, body }) {
        const found = await judged(caller, asked);
        if (!found.ok) return found;
        const { open, assessment, told } = found.value;
        const changes = await overlaid(open, assessment, body);
        if (!changes.ok) return changes;
        const comparison = compare(assessment, changes.value);
        const after = open.told(comparison.after, open.seen.with(changes.value));
        return { ok: true, value: { json: comparisonAnswer(comparison, asked.lang, { before: told, after }) } };
      },
    }),
  ];
};
