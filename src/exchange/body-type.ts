import { BODY_TYPES, type BodyType } from '../model/structure.ts';

/** Words of names by which a type is known, the more particular first. */
const BY_NAME: readonly (readonly [RegExp, BodyType])[] = [
  [/scrutin|overview|select committee|craffu|trosolwg/i, 'scrutiny-committee'],
  [/working (group|party)|task (and finish|group)|gweithgor|grŵp gorchwyl/i, 'working-group'],
  [/child(ren)?('s|’s)? safeguarding|safeguarding child|diogelu plant/i, 'children-safeguarding-board'],
  [/adult (support and )?protection|safeguarding adult|amddiffyn oedolion|diogelu oedolion/i, 'adult-protection-committee'],
  [/(local|public) services? board|bwrdd gwasanaethau/i, 'local-service-board'],
  [/corporate management team|corporate leadership team|senior leadership team|tîm rheoli corfforaethol/i, 'corporate-management-team'],
  [/departmental management team|directorate management team|tîm rheoli adrannol/i, 'departmental-management-team'],
  [/joint committee|corporate joint|regional|cyd-?bwyllgor|rhanbarthol/i, 'regional-collaboration'],
  [/partnership|partneriaeth/i, 'partnership'],
  [/forum|fforwm/i, 'forum'],
  [/^(the )?(cabinet|executive)$|^cabinet\b(?!.*committee)|^(y )?cabinet$/i, 'cabinet'],
  [/^(the )?(full |county |borough |city )*council( meeting)?$|^(annual|extraordinary|special) council|\b(county|county borough|city|borough) council$|^(y )?cyngor( llawn| sir)?$/i, 'council'],
];

export const isBodyType = (word: string): word is BodyType => Object.hasOwn(BODY_TYPES, word);

/** The type that a body's name speaks of; undefined where it speaks of none. */
export const typeByName = (name: string): BodyType | undefined => BY_NAME.find(([words]) => words.test(name))?.[1];
