import { refused, ok } from '../../kernel/result.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { checkTogether } from '../../register/acts/check-together.ts';
import { differences } from '../../register/differences.ts';
import type { Request } from '../../register/request.ts';
import type { Asked } from '../../register/requests.ts';

/** The act by which what another system gave is entered: what it entered is known again by it. */
export const ENTERED_FROM = 'exchange.enter';

/** Enters what differs. @param content as `foreignPlan` made it for the register as it is @param isStill whether that is what would be entered now */
export const enterFromRequest = (content: RegisterContent, asked: Asked): Request => ({
  ...asked,
  act: ENTERED_FROM,
  decide(image) {
    const { changes } = differences(image, content);
    const faults = checkTogether(changes, image);
    if (faults.length > 0) return { ok: false, faults };
    return changes.length === 0 ? refused({ category: 'conflict', code: 'no-change', sentence: 'The register says all of this already: there is nothing to enter.' }) : ok({ changes });
  },
});
