import type { Mailer } from './mail.ts';
import type { SmtpServer } from './smtp-server.ts';

/** Where mail goes: into a folder, from which nothing leaves, or to the council's mail server. */
export interface MailSettings {
  /** Who mail is from: an address, or a name with it. */
  readonly from: string;
  readonly to: { readonly folder: string } | { readonly server: SmtpServer };
}

/** What it takes is loaded with the first mail: most pages send none. */
export function openMailer({ from, to }: MailSettings): Mailer {
  let opened: Promise<Mailer> | undefined;
  const open = async (): Promise<Mailer> => ('folder' in to ? (await import('./folder-mailer.ts')).folderMailer(to.folder, from) : (await import('./smtp-mailer.ts')).smtpMailer(to.server, from));
  return { send: async (mail) => (await (opened ??= open())).send(mail) };
}
