import type { Access } from '../../access/access.ts';
import type { Assessment } from '../../assessment/assess.ts';
import type { OpenRegister } from '../../assessment/open-register.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Image } from '../../register/image.ts';
import type { RegisterState } from '../../register/keeping/read-only.ts';
import type { Signed } from '../../register/signed.ts';

/** A register as it is while one request is answered. */
export interface Standing extends OpenRegister {
  readonly edition: string;
  readonly kept?: { readonly image: Image; readonly state: RegisterState; readonly begun: Instant; readonly signed: () => Promise<Signed | undefined> };
}

/**
 * What the server that these addresses stand on hands over: the registers it serves, and what it has worked out of them, so that a page
 * and an answer in JSON come from the same sight and the same verdicts.
 */
export interface Ports {
  readonly shelf: { all(): Promise<readonly { readonly slug: string; readonly id: string; readonly open: () => Promise<Result<Standing>> }[]> };
  readonly library: {
    readonly sights: { of(slug: string, standing: Standing, content: RegisterContent, person: Ref<'persons'>, today: CalendarDate, knownAt: Instant | undefined): { readonly access: Access; readonly content: RegisterContent } };
    readonly assessments: { on(slug: string, standing: Standing, date: CalendarDate, knownAt: Instant | undefined): Assessment };
    /** Today in London. */
    readonly today: () => CalendarDate;
  };
}
