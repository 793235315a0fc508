import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mail.ts';

/** The mail as the library takes it. Nothing in it is ever read from a file or fetched. @param from `Name <address>` or an address */
export const messageOf = ({ to, subject, text, html, messageId, headers = {} }: Mail, from: string): SendMailOptions => ({
  from, to: { name: '', address: to }, subject, text, messageId,
  ...(html === undefined ? {} : { html }),
  // So that no holiday notice comes back, and no program answers.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
  disableFileAccess: true,
  disableUrlAccess: true,
});
