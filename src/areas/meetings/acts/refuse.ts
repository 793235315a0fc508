import type { Fault } from '../../../kernel/fault.ts';

/** A refusal of something that does not go with the register as it is. @param path the key of the input that it is about */
export const conflict = (code: string, sentence: string, path?: string): { readonly ok: false; readonly faults: readonly [Fault] } => ({
  ok: false,
  faults: [{ category: 'conflict', code, sentence, ...(path === undefined ? {} : { place: { path } }) }],
});

/** A refusal of what was given, whatever the register says. */
export const wrong = (code: string, sentence: string, path?: string, found?: string): { readonly ok: false; readonly faults: readonly [Fault] } => ({
  ok: false,
  faults: [{ category: 'input', code, sentence, ...(path === undefined ? {} : { place: { path } }), ...(found === undefined ? {} : { found }) }],
});

/** A refusal of somebody: another may. */
export const forbidden = (code: string, sentence: string, path?: string): { readonly ok: false; readonly faults: readonly [Fault] } => ({
  ok: false,
  faults: [{ category: 'forbidden', code, sentence, ...(path === undefined ? {} : { place: { path } }) }],
});
