import { readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { TWELVE, type Contender } from './contender.ts';
import { AS_AT } from './register.ts';

const PREFIXES = '@prefix : <urn:answerable:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .';

/** What SHACL Core has no words for: see `shapes.ttl`. */
const CANNOT: readonly string[] = ['meetings-recorded', 'framework-agreed', 'attendance'];

/** SHACL shapes over RDF in memory. It reports what fails: whatever is not reported is so. */
export function shacl(content: RegisterContent): Contender {
  const validator = new SHACLValidator(new Store(new Parser().parse(readFileSync(new URL('./shapes.ttl', import.meta.url), 'utf8'))));
  const data = new Store(new Parser().parse([PREFIXES, ...statements(content)].join('\n')));
  const answers = async (data: Store) => {
    const { results } = await validator.validate(data);
    const failed = new Set(results.flatMap(({ message }) => message.map(({ value }) => value)));
    return TWELVE.map((name) => (CANNOT.includes(name) ? undefined : !failed.has(name)));
  };
  return {
    name: 'SHACL Core (9 of the 12)',
    ask: () => answers(data),
    async askWithout(people) {
      const all = [];
      for (const person of people) {
        const gone = [...data].filter(({ predicate, object }) => predicate.value === 'urn:answerable:person' && object.value === `urn:answerable:${person}`);
        const appointments = gone.flatMap(({ subject }) => [...data.match(subject)]);
        for (const quad of appointments) data.delete(quad);
        all.push(await answers(data));
        for (const quad of appointments) data.add(quad);
      }
      return all;
    },
  };
}

const BODIES: Readonly<Record<string, string>> = { 'scrutiny-committee': ':scrutiny', 'children-safeguarding-board': ':board' };

/** The register as RDF, as far as the nine ask about it. */
function statements({ records }: RegisterContent): readonly string[] {
  const node = (ref: string): string => `<urn:answerable:${ref}>`;
  const say = (ref: string, fields: Readonly<Record<string, readonly string[]>>): string =>
    `${node(ref)} ${Object.entries(fields).filter(([, values]) => values.length > 0).map(([name, values]) => `${name} ${values.join(' , ')}`).join(' ; ')} .`;
  const refs = (...given: readonly (string | undefined)[]): readonly string[] => given.flatMap((ref) => (ref === undefined ? [] : [node(ref)]));
  const word = (given: string | undefined): readonly string[] => (given === undefined ? [] : [JSON.stringify(given)]);
  const day = (given: string | undefined): readonly string[] => (given === undefined ? [] : [`"${given}"^^xsd:date`]);
  return [
    ...(records.posts ?? []).flatMap(({ ref, reportsTo, designations }) => [
      say(ref, { a: [':Post'], ':reportsTo': refs(reportsTo), ':designation': designations.map((name) => `:${name}`) }),
      ...designations.map((name) => `:${name} :post ${node(ref)} .`),
    ]),
    ...(records.appointments ?? []).filter(({ valid }) => valid.until === undefined || valid.until > AS_AT).map(({ ref, post, person }) => say(ref, { a: [':Appointment'], ':heldPost': refs(post), ':person': refs(person) })),
    ...(records.bodies ?? []).map(({ ref, type }) => say(ref, { ':type': word(type), ':typed': [BODIES[type] ?? ':other'] })),
    ...(records.seats ?? []).map(({ ref, body, holder, role }) => say(ref, { ':body': refs(body), ':holder': refs(holder), ':role': word(role) })),
    ...(records.series ?? []).map(({ ref, body, between }) => say(ref, { a: [':Series'], ':body': refs(body), ':between': refs(...between) })),
    ...(records.meetings ?? []).map(({ ref, series, on, held, items }) => say(ref, { ':series': refs(series), ':on': day(on), ':held': [String(held)], ':theme': items.flatMap(({ themes }) => themes.flatMap(word)) })),
    ...(records.instruments ?? []).filter(({ state }) => state === 'agreed').map(({ ref, reviewBy }) => say(ref, { a: [':InForce'], ':reviewBy': day(reviewBy) })),
    ...(records.functions ?? []).map(({ ref, ledBy }) => say(ref, { a: [':Function'], ':ledBy': refs(ledBy) })),
    ...(records.provisions ?? []).flatMap(({ ref, instrument, gives }) =>
      gives.map(({ over, to, responsibility }, index) => say(`${ref}-${index}`, { ':instrument': refs(instrument), ':over': over?.startsWith('functions/') === true ? refs(over) : [], ':to': refs(to), ':responsibility': word(responsibility) }))),
  ];
}
