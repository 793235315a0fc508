import { readFileSync } from 'node:fs';
import { quoted } from '../kernel/fault.ts';
import { isMailAddress } from '../mail/mail.ts';
import type { MailSettings } from '../mail/open-mailer.ts';
import { isLoopbackHost, type SmtpServer } from '../mail/smtp-server.ts';
import { Misuse } from './command.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** When people are reminded; days are calendar days, the hour is London's. */
export interface RemindingSettings {
  readonly isOn: boolean;
  readonly before: number;
  readonly after: number;
  readonly withoutDay: number;
  readonly hour: number;
}

/** @param usual the folder into which mail is written where nobody says anything, so that nothing leaves by accident */
export function mailSettings(env: Env, usual: string): MailSettings {
  const way = env['ANSWERABLE_MAIL'] || 'folder';
  const from = env['ANSWERABLE_MAIL_FROM'] || undefined;
  if (from !== undefined && !isSender(from)) throw new Misuse(`${quoted(from)} is not whom ANSWERABLE_MAIL_FROM takes: an e-mail address, or a name with it, as in \`Answerable <answerable@example.org>\`.`);
  if (way === 'folder') return { from: from ?? 'Answerable <answerable@localhost.localdomain>', to: { folder: env['ANSWERABLE_MAIL_FOLDER'] || usual } };
  if (way !== 'smtp') throw new Misuse(`${quoted(way)} is not one of them: ANSWERABLE_MAIL takes \`folder\` or \`smtp\`.`);
  if (from === undefined) throw new Misuse('To send mail, say with ANSWERABLE_MAIL_FROM whom it is from, as in `Answerable <answerable@example.org>`.');
  return { from, to: { server: smtpServer(env) } };
}

export function remindingSettings(env: Env): RemindingSettings {
  const isOn = env['ANSWERABLE_REMINDERS'] || 'on';
  if (isOn !== 'on' && isOn !== 'off') throw new Misuse(`${quoted(isOn)} is not one of them: ANSWERABLE_REMINDERS takes \`on\` or \`off\`.`);
  const days = (name: string, usual: number): number => numberIn(env, name, usual, 0, 90, 'days');
  return { isOn: isOn === 'on', before: days('ANSWERABLE_REMINDERS_BEFORE', 7), after: days('ANSWERABLE_REMINDERS_AFTER', 7), withoutDay: days('ANSWERABLE_REMINDERS_WITHOUT_DAY', 14), hour: numberIn(env, 'ANSWERABLE_REMINDERS_HOUR', 8, 0, 23, 'the hour of the day') };
}

function numberIn(env: Env, name: string, usual: number, least: number, most: number, of: string): number {
  const written = env[name] || undefined;
  if (written === undefined) return usual;
  if (/^\d{1,2}$/.test(written) && Number(written) >= least && Number(written) <= most) return Number(written);
  throw new Misuse(`${quoted(written)} is not what ${name} takes: ${of}, ${least} to ${most}.`);
}

function smtpServer(env: Env): SmtpServer {
  const written = env['ANSWERABLE_SMTP_URL'] || undefined;
  const url = written !== undefined && URL.canParse(written) ? new URL(written) : undefined;
  const isSecure = url?.protocol === 'smtps:';
  if (url === undefined || url.hostname === '' || (!isSecure && url.protocol !== 'smtp:') || !['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    throw new Misuse(`${quoted(written ?? '')} is no mail server for ANSWERABLE_SMTP_URL: write \`smtps://mail.example.org:465\`, or \`smtp://mail.example.org:587\` for one that is raised to TLS, with the user before an \`@\` where it asks for one.`);
  }
  if (url.password !== '') throw new Misuse('The password of the mail server does not stand in ANSWERABLE_SMTP_URL: name a file with it in ANSWERABLE_SMTP_PASSWORD_FILE.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = url.username === '' ? undefined : decodeURIComponent(url.username);
  const password = passwordOf(env);
  if (user === undefined && password !== undefined) throw new Misuse('There is a password for the mail server and no user: write `smtps://USER@mail.example.org:465` in ANSWERABLE_SMTP_URL.');
  return { host, port: Number(url.port) || (isSecure ? 465 : isLoopbackHost(host) ? 25 : 587), isSecure, user, password };
}

function passwordOf(env: Env): string | undefined {
  const file = env['ANSWERABLE_SMTP_PASSWORD_FILE'] || undefined;
  const written = env['ANSWERABLE_SMTP_PASSWORD'] || undefined;
  if (file === undefined) return written;
  if (written !== undefined) throw new Misuse('Of ANSWERABLE_SMTP_PASSWORD and ANSWERABLE_SMTP_PASSWORD_FILE give one.');
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Misuse(`The file that ANSWERABLE_SMTP_PASSWORD_FILE names cannot be read: ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
}

function isSender(from: string): boolean {
  const named = /^[^<>"\u0000-\u001f@,;:]{1,60} <([^<>\s]+)>$/.exec(from);
  return isMailAddress(named?.[1] ?? from);
}
