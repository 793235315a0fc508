import { Ajv, type ValidateFunction } from 'ajv';

// What Popolo's published schemas (popoloproject.com/schemas, JSON Schema draft-03) say of the fields that are written, put in draft-07:
// every value a string or null, dates in their patterns, lists of objects of the class named. Strict: nothing else may stand there.

const text = { type: ['string', 'null'] } as const;
const day = { type: ['string', 'null'], pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' } as const;
const moment = { type: ['string', 'null'], pattern: '^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$' } as const;
const listOf = (name: string) => ({ type: 'array', items: { $ref: `#/definitions/${name}` } }) as const;
const thing = (properties: object, ...required: readonly string[]) => ({ type: 'object', properties, required, additionalProperties: false }) as const;

const definitions = {
  otherName: thing({ name: { type: 'string' }, start_date: day, end_date: day, note: text }, 'name'),
  person: thing({ id: text, name: text, other_names: listOf('otherName') }, 'id', 'name'),
  organization: thing({ id: text, name: text, other_names: listOf('otherName'), classification: text, parent_id: text, founding_date: day, dissolution_date: day }, 'id', 'name', 'classification'),
  post: thing({ id: text, label: text, role: text, organization_id: text, start_date: day, end_date: day }, 'id', 'label', 'organization_id'),
  membership: thing({ id: text, label: text, role: text, member: { type: ['object', 'null'] }, person_id: text, organization_id: text, post_id: text, start_date: day, end_date: day }, 'id', 'role', 'organization_id'),
  event: thing({ id: text, name: text, classification: text, start_date: moment, location: text, status: text, organization_id: text, parent_id: text, attendees: listOf('person') }, 'id', 'classification', 'start_date', 'status'),
} as const;

/** Checks a whole document; `errors` of it says what is wrong. */
export const validPopolo: ValidateFunction = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
  definitions,
  type: 'object',
  required: ['persons', 'organizations', 'posts', 'memberships', 'events'],
  properties: { answerable: {}, persons: listOf('person'), organizations: listOf('organization'), posts: listOf('post'), memberships: listOf('membership'), events: listOf('event') },
  additionalProperties: false,
});
