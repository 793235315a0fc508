import type { Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { addresses } from '../addresses.ts';

/** Where links for partners are made and listed, of one record. */
export const partnerLinksAddress = (language: Language, register: string, ref: Ref): string => `${addresses(language, register, undefined).record(ref)}/links`;

/** Where a partner answers. */
export const partnerAddress = (language: Language, secret: string): string => `/${language}/link/${secret}`;
