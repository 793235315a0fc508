import type { Ref } from '../../model/field.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const says = {
  waits: { en: '“{record}” asks {to} for a return by {due}; none is on record.', cy: 'Mae “{record}” yn gofyn i {to} am ffurflen erbyn {due}; nid oes un wedi’i chofnodi.' },
  document: { en: 'The inspectors asked for “{record}”; nothing is on record as received.', cy: 'Gofynnodd yr arolygwyr am “{record}”; nid oes dim wedi’i gofnodi fel wedi’i dderbyn.' },
};

/** Requests to them that have no return; where they keep the requests, those to anybody that are past their day, and the inspectors’ too. */
export function requestsDue(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  const keeps = office.keeps.has('request');
  const requests = facts.all('requests').flatMap(({ ref, to, due, issuedOn, closed }): readonly Need[] => {
    if (closed === true || issuedOn > facts.on) return [];
    const returned = new Set<Ref>(facts.where('returns', 'request', ref).filter(({ on }) => on <= facts.on).map(({ from }) => from));
    const waiting = to.filter((one) => !returned.has(one) && (isTheirs(one) || (keeps && due < facts.on)));
    return waiting.map((one): Need => ({
      is: 'request', says: reason(says.waits, { record: ref, to: one, due }, [ref]), whose: one, since: issuedOn, by: due,
      does: isTheirs(one) ? { act: 'enter', kind: 'returns', filled: { request: ref, from: one } } : { act: 'change', ref },
    }));
  });
  const documents = keeps ? facts.all('document-requests').filter(({ receivedOn }) => receivedOn === undefined || receivedOn > facts.on) : [];
  return [...requests, ...documents.map(({ ref, due, site }): Need => ({ is: 'request', says: reason(says.document, { record: ref }, [ref]), whose: site, by: due, does: { act: 'change', ref } }))];
}
