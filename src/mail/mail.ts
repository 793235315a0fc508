import { refused, ok, type Result } from '../kernel/result.ts';
import { quoted } from '../kernel/fault.ts';

/** One e-mail, in plain words first. Nothing confidential belongs in one: it leaves what the register protects. */
export interface Mail {
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Reads on its own, with every link written out. */
  readonly text: string;
  /** The same once more, for programs that show HTML. */
  readonly html?: string;
  /** `<id@host>`. What is sent again after an unknown outcome keeps its own, so that whoever receives it twice is shown it once. */
  readonly messageId: string;
  /** Further header fields; none of those that are made from the rest. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of sending: it was taken; it may be tried again; or it never will be, such as where there is no such address. */
export type Sent = { readonly is: 'sent' } | { readonly is: 'later' | 'never'; readonly because: string };

/** Hands mail on: to a folder, or to the council's mail server. Never throws for what the other side does. */
export interface Mailer {
  readonly send: (mail: Mail) => Promise<Sent>;
}

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const LINE_ENDS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const OURS = ['from', 'to', 'cc', 'bcc', 'sender', 'reply-to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'content-transfer-encoding'];
const MESSAGE_ID = /^<[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,100}>$/;

/** Whether it is one plain address, as in `name@example.org`: no name beside it, no second one, at most 254 characters. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);

/** Refused where something in it could be taken for another header, another recipient or another mail. */
export function soundMail(mail: Mail): Result<Mail> {
  const { to, subject, text, messageId, headers = {} } = mail;
  if (!isMailAddress(to)) return unsound('to', `${quoted(to)} is not an e-mail address.`);
  if (subject.trim() === '' || subject.length > 200 || LINE_ENDS.test(subject)) return unsound('subject', 'The subject of an e-mail is one line of up to 200 characters.');
  if (text.trim() === '') return unsound('text', 'An e-mail has words.');
  if (!MESSAGE_ID.test(messageId)) return unsound('message-id', `${quoted(messageId)} is no id of a message.`);
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name) || OURS.includes(name.toLowerCase())) return unsound('header', `${quoted(name)} is no header field to be set.`);
    if (LINE_ENDS.test(value) || value.length > 900) return unsound('header', `The header field ${quoted(name)} is one line of up to 900 characters.`);
  }
  return ok(mail);
}

const unsound = (what: string, sentence: string): Result<never> => refused({ category: 'input', code: 'unsound-mail', sentence, place: { path: what } });
