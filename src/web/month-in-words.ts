import type { CalendarDate } from '../kernel/date.ts';
import type { Language } from '../kernel/text.ts';

/** "June 2012", "Mehefin 2012"; short: "Jun 12", "Meh 12". */
export function monthInWords(day: CalendarDate, language: Language, length: 'long' | 'short' = 'long'): string {
  const year = length === 'long' ? 'numeric' : '2-digit';
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cy-GB', { month: length, year, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
