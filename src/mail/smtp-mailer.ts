import { createTransport, type Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import { faultInWords } from '../kernel/fault.ts';
import { soundMail, type Mailer, type Sent } from './mail.ts';
import { messageOf } from './message.ts';
import { isLoopbackHost, type SmtpServer } from './smtp-server.ts';

/** How long the server may take to answer, and to take the mail, in milliseconds. */
const WAITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };

/**
 * Hands each mail to a mail server, over TLS with a certificate that stands; only to this machine itself may it go openly.
 *
 * @param needsTls true wherever the server is another machine
 * @param waits in place of the usual ones, in milliseconds
 */
export function smtpMailer({ host, port, isSecure, user, password }: SmtpServer, from: string, needsTls = !isLoopbackHost(host), waits: Partial<typeof WAITS> = {}): Mailer & { readonly close: () => void } {
  const options: SMTPTransport.Options = {
    host, port, secure: isSecure, requireTLS: needsTls, ignoreTLS: !needsTls && !isSecure,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...WAITS, ...waits,
    disableFileAccess: true, disableUrlAccess: true,
  };
  const transport: Transporter = createTransport(options);
  return {
    async send(mail) {
      const sound = soundMail(mail);
      if (!sound.ok) return { is: 'never', because: sound.faults.map(faultInWords).join(' ') };
      try {
        await transport.sendMail(messageOf(mail, from));
        return { is: 'sent' };
      } catch (error) {
        return failed(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Told by kind and number alone: what the server wrote may hold the address. */
function failed(error: unknown): Sent {
  const { code = 'unknown', responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  const because = `The mail server did not take it (${[code, ...(responseCode === undefined ? [] : [responseCode])].join(' ')}).`;
  // Of the recipient or of this mail; a refused sign-in or a closed door is for whoever runs the server to mend.
  const isForGood = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
  return { is: isForGood ? 'never' : 'later', because };
}
