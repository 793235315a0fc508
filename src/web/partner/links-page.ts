import { instantInWords, type Instant } from '../../kernel/instant.ts';
import type { Ref } from '../../model/field.ts';
import { optionOf, type FormField } from '../forms/form-field.ts';
import { errorOf, errorsOf, type FormFault } from '../forms/form-fault.ts';
import { nameOrder } from '../name-order.ts';
import type { Link, Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { partnerWords } from '../words/partner.ts';
import { mayAnswerForSome } from './may-answer.ts';
import { partnerLinksAddress } from './partner-addresses.ts';
import { partnerName, partnerSaid } from './partner-names.ts';
import { MOST_DAYS, stateOf, type PartnerLink } from './partner-links.ts';
import type { Asking } from './purpose.ts';
import { purposeOf } from './purpose-of.ts';

/** What the page of a record's links is shown with. */
interface Shown {
  readonly ref: Ref;
  readonly asking: Asking;
  readonly links: readonly PartnerLink[];
  readonly now: Instant;
  readonly typed?: ReadonlyMap<string, string>;
  readonly faults?: readonly FormFault[];
}

/** The way from a record to its links, for whoever may let somebody answer it. */
export function partnerLinksOf(reading: Reading, ref: Ref): readonly Link[] {
  const { access, seen, visitor } = reading;
  const purpose = purposeOf(ref);
  const asking = purpose?.asks(seen, ref);
  if (purpose === undefined || asking === undefined || visitor === undefined || access === undefined || !mayAnswerForSome(access, purpose, asking)) return [];
  return [{ href: partnerLinksAddress(reading.language, reading.shelved.slug, ref), said: { text: inLanguage(partnerWords, reading.language).ask[purpose.name] } }];
}

/** Makes links for one record, and lists those that were made. */
export function partnerLinksPage(reading: Reading, { ref, asking, links, now, typed = new Map(), faults = [] }: Shown): Page {
  const { language, seen, visitor } = reading;
  const t = inLanguage(partnerWords, language);
  const action = partnerLinksAddress(language, reading.shelved.slug, ref);
  const isAsked = asking.isOpen && asking.recipients.length > 0;
  const name = (of: string): string => partnerName(seen, of, language);
  const page = pageOfRegister(reading, {
    view: 'partner-links.njk',
    title: t.heading,
    errors: errorsOf(faults),
    model: {
      t, action,
      caption: recordName(reading, ref),
      record: recordLink(reading, ref),
      lead: isAsked ? t.lead : t.closed,
      csrf: visitor?.session.csrf ?? '',
      done: reading.ask.query.has('withdrawn') ? t.withdrawn : undefined,
      fields: isAsked ? fieldsOf(reading, asking, typed, faults) : [],
      formWords: inLanguage(formWords, language),
      links: links.map((link) => {
        const state = stateOf(link, now);
        const [when, until] = [link.answeredAt ?? link.withdrawnAt ?? link.expiresAt, link.expiresAt].map((instant) => instantInWords(instant, language));
        return {
          id: link.id, recipient: name(link.recipient), person: link.person === undefined || link.person === link.recipient ? undefined : name(link.person),
          madeBy: name(link.madeBy), made: instantInWords(link.madeAt, language), isOpen: state === 'open',
          state: filled(t.states[state], { when: when ?? '', until: until ?? '' }), withdrawOf: filled(t.withdrawOf, { recipient: name(link.recipient) }),
        };
      }),
    },
  });
  return { ...page, writes: true };
}

function fieldsOf({ language, seen }: Reading, { recipients, persons }: Asking, typed: ReadonlyMap<string, string>, faults: NonNullable<Shown['faults']>): readonly FormField[] {
  const t = inLanguage(partnerWords, language);
  const collator = nameOrder(language);
  const error = (field: string): FormFault | undefined => errorOf(faults, field);
  const choice = (field: 'recipient' | 'person', label: string, refs: readonly string[]): FormField => {
    const options = refs.map((value) => optionOf(value, partnerSaid(seen, value, language))).toSorted((a, b) => collator.compare(a.text, b.text));
    const [only] = options;
    return {
      is: 'choice', name: field, id: `field-${field}`, label, error: error(field),
      value: typed.get(field) ?? (options.length === 1 ? (only?.value ?? '') : ''), options: [{ value: '', text: inLanguage(formWords, language).choose }, ...options],
    };
  };
  return [
    choice('recipient', t.recipient, recipients),
    ...(persons === undefined ? [] : [choice('person', t.person, persons)]),
    { is: 'line', name: 'days', id: 'field-days', label: t.days, hint: filled(t.daysHint, { most: MOST_DAYS }), value: typed.get('days') ?? '14', isNumber: true, error: error('days') },
  ];
}

/** Shows a link this once. */
export function linkMadePage(reading: Reading, ref: Ref, address: string, recipient: string, until: Instant): Page {
  const { language } = reading;
  const t = inLanguage(partnerWords, language);
  const page = pageOfRegister(reading, {
    view: 'message.njk',
    title: t.made,
    model: {
      heading: t.made,
      lead: [filled(t.madeLead, { recipient: partnerName(reading.seen, recipient, language), until: instantInWords(until, language) })],
      items: [address],
      below: [{ href: partnerLinksAddress(language, reading.shelved.slug, ref), said: { text: t.back } }, recordLink(reading, ref)],
    },
  });
  return { ...page, writes: true };
}
