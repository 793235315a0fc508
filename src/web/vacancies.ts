import type { Ref } from '../model/field.ts';
import type { Assessment } from '../assessment/assess.ts';
import type { Language } from '../kernel/text.ts';
import { nameOrder } from './name-order.ts';
import { said, type SaidText } from './said-text.ts';

/** A post that somebody holds, and that could therefore be left vacant. */
export interface Vacatable {
  readonly id: string;
  readonly said: SaidText;
}

/** Every post that is held on the date: the statutory officer's first, then by title. */
export function vacatable({ snapshot, compiled }: Assessment, language: Language): readonly Vacatable[] {
  const held = [...new Set<Ref<'posts'>>(snapshot.all('appointments').map(({ post }) => post))].flatMap((ref) => snapshot.get(ref) ?? []);
  const isOfficer = (designations: readonly string[]): boolean => designations.includes(compiled.pack.statutoryOfficer);
  const order = nameOrder(language);
  return held
    .map(({ id, title, designations }) => ({ id, said: said(title, language), isOfficer: isOfficer(designations) }))
    .toSorted((a, b) => Number(b.isOfficer) - Number(a.isOfficer) || order.compare(a.said.text, b.said.text))
    .map(({ id, said: name }) => ({ id, said: name }));
}
