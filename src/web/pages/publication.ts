import { publicationsOf } from '../../areas/meetings/publication.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { RecordOfKind } from '../../model/kinds.ts';
import type { Reading } from '../reading.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { publicationWords } from '../words/publication.ts';

/** By when the papers of a meeting have to be public, with the days counted out; undefined where no law that is encoded says. */
export function publicationModel({ language, register, seen }: Reading, meeting: RecordOfKind<'meetings'>) {
  const t = inLanguage(publicationWords, language);
  const day = (date: Parameters<typeof dateInWords>[0]): string => dateInWords(date, language);
  const rows = publicationsOf(meeting, seen, register.content.header).map(({ period, last, issued }) => ({
    what: period.what[language],
    authority: period.authority,
    last: last.on === last.onWorkingDay ? day(last.on) : filled(t.workingDay, { day: day(last.on), working: day(last.onWorkingDay) }),
    issued: issued === undefined ? undefined : { text: filled(issued.inTime ? t.inTime : t.late, { day: day(issued.on) }), isLate: !issued.inTime },
    working: last.working.map((one) => filled(one.counts ? t.counts : t.not, { day: day(one.day), because: one.because[language] })),
  }));
  return rows.length === 0 ? undefined : { t, rows };
}
