import { dateInWords } from '../../kernel/date.ts';
import type { Person } from '../../model/structure.ts';
import { periodInWords } from '../period-in-words.ts';
import type { Reading } from '../reading.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { personWords } from '../words/person.ts';
import { capitalised, isAt, record } from './record-parts.ts';
import { quiet, text, type Parts, type Section } from './section.ts';

/** Registrations, qualifications and competencies of a person, as far as the reader may see. */
export function fitnessSection(reading: Reading, person: Person): Section {
  const { access, asAt: { date }, assessment: { facts }, language, speaker } = reading;
  const { competencies, qualifications, registrations } = person;
  const t = inLanguage(personWords, language);
  // Which fields are for whom follows from who reads and not from what is in them: that they are hidden tells nothing of them.
  const hidden = access?.fieldsHidden(person) ?? new Set<string>();
  const isHidden = hidden.has('registrations') || hidden.has('qualifications');
  const rows = [
    ...registrations.map(({ body, number, from, until }) => {
      const isLapsed = isAt({ valid: { from, until } }, date) === 'before';
      const words = filled(t.registered, { body, number, period: periodInWords({ from, until }, language) });
      return { label: t.registration, value: [text(words), ...(isLapsed ? [text(' '), quiet(`(${t.lapsed})`)] : [])] as Parts };
    }),
    ...qualifications.map(({ award, on }) => ({ label: t.qualification, value: [text(on === undefined ? award : `${award}, ${dateInWords(on, language)}`)] as Parts })),
    ...competencies.map(({ id, shownBy }) => ({
      label: t.competency,
      value: [
        text(`${capitalised(speaker.value(facts.words.competencyName(id)))}, `),
        ...(shownBy === undefined ? [quiet(t.notShown)] : [text(`${t.shownBy} `), record(reading, shownBy)]),
      ] as Parts,
    })),
  ];
  return {
    id: 'fitness',
    heading: t.fitness,
    body: rows.length === 0 ? { is: 'nothing', text: isHidden ? t.fitnessHidden : t.fitnessNone } : { is: 'facts', rows },
    foot: rows.length > 0 && isHidden ? [quiet(t.fitnessHidden)] : undefined,
  };
}
