import type { Access } from '../../access/access.ts';
import type { Findings } from '../../exchange/findings.ts';
import { enterFromRequest } from '../../exchange/plan/entered-from.ts';
import type { Instant } from '../../kernel/instant.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Performed } from '../../register/request.ts';
import { actorIn, OWN } from '../acting/own.ts';
import { planUpload } from './foreign-upload.ts';
import { SHOWN } from './import-pages.ts';
import { importPlan } from './import-plan.ts';
import type { Choices } from './uploads.ts';

/** Enters what a dry run of another system’s file showed, all or nothing; refused as `changed-since` where it would by now change anything else. */
export function enterForeign(register: KeptRegister, findings: Findings, choices: Choices, access: Access, isSeen: (ref: string) => boolean, typed: ReadonlyMap<string, string>, now: Instant): Promise<Result<Performed>> {
  const asked = { actor: actorIn(access, typed), reason: typed.get(OWN.reason) ?? '', now, key: typed.get(OWN.key) };
  return register.perform({
    ...enterFromRequest({ header: register.image.header, records: {} }, asked),
    decide(image) {
      const planned = planUpload(findings, choices, image, access, isSeen);
      if (!planned.ok) return planned;
      const plan = importPlan(image, planned.value.content, access);
      if (plan.digest !== typed.get(SHOWN)) return refused({ category: 'conflict', code: 'changed-since', sentence: 'The register changed after the dry run.' });
      if (plan.notTheirs.length > 0 || !plan.isHeaderTheirs) return refused({ category: 'forbidden', code: 'not-allowed', sentence: 'This is not yours to enter.' });
      return enterFromRequest(plan.content, asked).decide(image);
    },
  });
}
