import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { faultInWords } from '../kernel/fault.ts';
import { soundMail, type Mailer } from './mail.ts';
import { messageOf } from './message.ts';

/**
 * Writes each mail as a file that mail programs open, and sends nothing anywhere: so that nothing leaves by accident, and whoever sets
 * Answerable up sees what would. A mail that is sent again has the same name, so there is one file of it.
 *
 * @param folder made when the first mail is written, for its owner alone
 */
export function folderMailer(folder: string, from: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const sound = soundMail(mail);
      if (!sound.ok) return { is: 'never', because: sound.faults.map(faultInWords).join(' ') };
      try {
        const { message } = await composer.sendMail(messageOf(mail, from));
        writeWhole(folder, `${mail.messageId.slice(1, mail.messageId.indexOf('@'))}.eml`, message as Buffer);
        return { is: 'sent' };
      } catch (error) {
        return { is: 'later', because: `The mail could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).` };
      }
    },
  };
}

/** There whole, and on the disk, or not at all. */
function writeWhole(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = join(folder, `.${name}.${process.pid}.new`);
  const file = openSync(beside, 'w', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, join(folder, name));
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
