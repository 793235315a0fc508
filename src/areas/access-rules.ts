import type { Rules } from '../access/access.ts';
import type { KindRule } from '../access/table.ts';
import { KIND_NAMES, type KindName } from '../model/kinds.ts';
import { advice } from './advice/transitions.ts';
import { consultation } from './consultation/transitions.ts';
import { improvement } from './improvement/transitions.ts';
import { inspection } from './inspection/transitions.ts';
import { instruments } from './instruments/transitions.ts';
import { meetings } from './meetings/transitions.ts';
import { performance } from './performance/transitions.ts';
import { reporting } from './reporting/transitions.ts';
import { safeguarding } from './safeguarding/transitions.ts';
import { scrutiny } from './scrutiny/transitions.ts';
import { selfAssessment } from './self-assessment/transitions.ts';
import { structure } from './structure/transitions.ts';
import { workforce } from './workforce/transitions.ts';

const TABLES = [structure, instruments, meetings, advice, performance, workforce, safeguarding, scrutiny, selfAssessment, inspection, improvement, reporting, consultation];

/** The rules of every kind of record. @throws where a kind has none, or two */
export const ACCESS_RULES: Rules = (() => {
  const found = new Map<KindName, KindRule>();
  for (const [kind, rule] of TABLES.flatMap((table) => Object.entries(table) as [KindName, KindRule][])) {
    if (found.has(kind)) throw new RangeError(`Two areas say who may read ${kind}.`);
    found.set(kind, rule);
  }
  for (const kind of KIND_NAMES) if (!found.has(kind)) throw new RangeError(`No area says who may read ${kind}.`);
  return Object.fromEntries(found) as Rules;
})();
