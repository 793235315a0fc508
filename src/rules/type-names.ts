import { INSTRUMENT_TYPES, type InstrumentType } from '../model/instruments.ts';
import { inText } from '../model/labels.ts';
import { anyOf, type AnyOf } from './outcome.ts';

/** What the types are called in a sentence: `information-sharing` is a type of instrument and a theme of the guidance too. */
export const instrumentTypesNamed = (types: readonly InstrumentType[]): AnyOf =>
  anyOf(types.map((type) => {
    const [en, cy] = INSTRUMENT_TYPES[type];
    return inText({ en, cy });
  }));
