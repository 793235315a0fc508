import type { PageError } from '../page.ts';
import type { SaidText } from '../said-text.ts';

/** What is wrong with what was typed: the sentence and, where it is known, the name of the control. */
export interface FormFault extends SaidText {
  readonly field?: string;
}

/** The faults for the summary at the top, each leading to its control. */
export const errorsOf = (faults: readonly FormFault[]): readonly PageError[] =>
  faults.map(({ field, ...said }) => ({ ...said, ...(field === undefined ? {} : { href: `#field-${field.replaceAll('.', '-')}` }) }));

/** What is wrong with one control; the first where there is more. */
export const errorOf = (faults: readonly FormFault[], field: string): FormFault | undefined => faults.find((fault) => fault.field === field);

/** What is wrong, by the name of the control. */
export const errorsByField = (faults: readonly FormFault[]): ReadonlyMap<string, FormFault> => new Map(faults.flatMap((fault) => (fault.field === undefined ? [] : [[fault.field, fault] as const])));
