import type { Access } from '../../access/access.ts';
import type { Instant } from '../../kernel/instant.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Performed } from '../../register/request.ts';
import { importRequest } from '../../register/requests.ts';
import { actorIn, OWN } from '../acting/own.ts';
import { SHOWN } from './import-pages.ts';
import { importPlan } from './import-plan.ts';

/** Enters what a dry run showed; refused as `changed-since` where the file would by now change anything else, or anything that was changed meanwhile. */
export function enterImport(register: KeptRegister, file: RegisterContent, access: Access, typed: ReadonlyMap<string, string>, now: Instant): Promise<Result<Performed>> {
  const forbidden = refused({ category: 'forbidden', code: 'not-allowed', sentence: 'This is not yours to enter.' });
  const asked = { actor: actorIn(access, typed), reason: typed.get(OWN.reason) ?? '', now, key: typed.get(OWN.key) };
  return register.perform({
    ...importRequest(file, asked),
    decide(image) {
      const plan = importPlan(image, file, access);
      if (plan.digest !== typed.get(SHOWN)) return refused({ category: 'conflict', code: 'changed-since', sentence: 'The register changed after the dry run.' });
      if (plan.notTheirs.length > 0 || !plan.isHeaderTheirs) return forbidden;
      return importRequest(plan.content, asked).decide(image);
    },
  });
}
