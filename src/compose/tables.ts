import type { Tables } from '../database/tables.ts';
import { DRAFT_TABLES } from '../drafts/draft-tables.ts';
import { WEBHOOK_TABLES } from '../api/webhooks/webhook-tables.ts';
import { TOKEN_TABLES } from '../identity/tokens.ts';
import { ACCOUNT_TABLES } from '../identity/account-tables.ts';
import { CALENDAR_TABLES } from '../web/calendar/calendar-addresses.ts';
import { LAST_LOOKED_TABLES } from '../web/home/last-looked.ts';
import { SET_UP_TABLES } from '../web/set-up/answers.ts';
import { PARTNER_TABLES } from '../web/partner/partner-tables.ts';
import { REMINDER_TABLES } from '../reminders/reminder-tables.ts';
import { UPLOAD_TABLES } from '../web/importing/upload-tables.ts';

/** Everything that is kept beside the registers, in the order in which the tables are made. */
export const TABLES: readonly Tables[] = [ACCOUNT_TABLES, SET_UP_TABLES, UPLOAD_TABLES, PARTNER_TABLES, DRAFT_TABLES, LAST_LOOKED_TABLES, TOKEN_TABLES, WEBHOOK_TABLES, REMINDER_TABLES, CALENDAR_TABLES];
