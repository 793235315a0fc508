import type { Meeting } from '../../model/meetings.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import type { SaidText } from '../said-text.ts';
import { meetingsWords } from '../words/meetings.ts';

/** What a meeting is called beside its day: its series, else its body. */
export const meetingName = (reading: Reading, { series, body }: Pick<Meeting, 'series' | 'body'>): SaidText =>
  series !== undefined ? recordName(reading, series) : body !== undefined ? recordName(reading, body) : { text: meetingsWords.diary.what[reading.language] };

/** @param ref `meetings/id` */
export const meetingAddress = ({ to }: Pick<Reading, 'to'>, ref: string, step = ''): string => to.page(`/meetings/${encodeURIComponent(ref.slice('meetings/'.length))}${step}`);
