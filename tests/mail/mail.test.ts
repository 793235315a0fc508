import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderMailer } from '../../src/mail/folder-mailer.ts';
import { isMailAddress, soundMail, type Mail } from '../../src/mail/mail.ts';
import { smtpMailer } from '../../src/mail/smtp-mailer.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { mailServer } from './mail-server.ts';
import { readMail } from './read-mail.ts';

const FROM = 'Answerable <answerable@example.org>';
const MAIL: Mail = {
  to: 'ann@example.org', subject: 'Tŷ: something waits', text: 'Mae rhywbeth yn aros.\n\nhttps://answerable.example.org/en/small/inbox\n', html: '<p>Mae rhywbeth yn aros: ŵ.</p>', messageId: '<reminder-1@answerable.example.org>',
  headers: { 'Content-Language': 'en, cy' },
};
const open = (port: number) => ({ host: '127.0.0.1', port, isSecure: false });

describe('a mail', () => {
  it('takes one plain address and nothing that could be read as two', () => {
    for (const address of ['ann@example.org', 'ann.o-neil+work@sub.example.gov.uk']) assert.equal(isMailAddress(address), true, address);
    for (const address of ['', 'ann', 'ann@example', 'ann@example.org, bob@example.org', 'Ann <ann@example.org>', 'ann@example.org\r\nBcc: bob@example.org', 'ann@@example.org', '.ann@example.org', 'a..b@example.org', 'ann@-example.org', `${'a'.repeat(65)}@example.org`, '"ann"@example.org', 'ann@[127.0.0.1]', 'ŵ@example.org']) assert.equal(isMailAddress(address), false, address);
  });

  it('is refused where a header could be put in through it', () => {
    for (const wrong of [{ to: 'ann@example.org\r\nBcc: bob@example.org' }, { subject: 'One\r\nBcc: bob@example.org' }, { subject: 'One\u2028two' }, { subject: ' ' }, { text: '' }, { messageId: '<a@b>\r\nX: y' }, { headers: { Bcc: 'bob@example.org' } }, { headers: { 'X-One\r\nBcc': 'bob' } }, { headers: { 'X-One': 'a\r\nBcc: bob' } }]) {
      assert.equal(soundMail({ ...MAIL, ...wrong }).ok, false, JSON.stringify(wrong));
    }
    assert.equal(soundMail(MAIL).ok, true);
  });

  it('is written whole into a folder that only its owner reads, and again under the same name', async () => {
    const folder = join(temporaryFolder(), 'mail');
    const mailer = folderMailer(folder, FROM);
    assert.deepEqual([await mailer.send(MAIL), await mailer.send(MAIL)], [{ is: 'sent' }, { is: 'sent' }]);
    assert.deepEqual(readdirSync(folder), ['reminder-1.eml']);
    assert.equal(statSync(join(folder, 'reminder-1.eml')).mode & 0o77, 0);
    const read = readMail(readFileSync(join(folder, 'reminder-1.eml'), 'latin1'));
    assert.deepEqual([read.header('to'), read.header('from'), read.header('subject'), read.header('message-id'), read.header('auto-submitted')], [MAIL.to, FROM, MAIL.subject, MAIL.messageId, 'auto-generated']);
    assert.equal(read.text.trim(), MAIL.text.trim());
  });

  it('is tried again later where the folder cannot be written', async () => {
    const path = join(temporaryFolder(), 'file');
    await folderMailer(path, FROM).send(MAIL);
    const sent = await folderMailer(join(path, 'reminder-1.eml', 'in-a-file'), FROM).send(MAIL);
    assert.equal(sent.is, 'later');
  });
});

describe('a mail server', () => {
  it('is handed what was written, in both languages’ letters, plain text first', async (test) => {
    const server = await mailServer(test);
    assert.deepEqual(await smtpMailer(open(server.port), FROM).send(MAIL), { is: 'sent' });
    const [read] = server.taken();
    assert.deepEqual([read?.header('to'), read?.header('subject'), read?.header('message-id'), read?.header('content-language'), read?.html?.trim()], [MAIL.to, MAIL.subject, MAIL.messageId, 'en, cy', MAIL.html]);
    assert.equal(read?.text.trim(), MAIL.text.trim());
    assert.match(read?.header('content-type') ?? '', /^multipart\/alternative/);
  });

  it('that says no for now is asked again; one that knows no such address is not', async (test) => {
    const server = await mailServer(test);
    const mailer = smtpMailer(open(server.port), FROM);
    server.mood = 'refuses for now';
    assert.deepEqual(await mailer.send(MAIL), { is: 'later', because: 'The mail server did not take it (EENVELOPE 451).' });
    server.mood = 'refuses the address';
    assert.deepEqual(await mailer.send(MAIL), { is: 'never', because: 'The mail server did not take it (EENVELOPE 550).' });
  });

  it('that breaks off, says nothing or is not there is asked again', async (test) => {
    const server = await mailServer(test);
    const mailer = smtpMailer(open(server.port), FROM, false, { socketTimeout: 300 });
    server.mood = 'breaks off';
    assert.equal((await mailer.send(MAIL)).is, 'later');
    server.mood = 'says nothing';
    assert.equal((await mailer.send(MAIL)).is, 'later');
    assert.equal((await smtpMailer(open(1), FROM).send(MAIL)).is, 'later');
  });

  it('elsewhere is told nothing before the connection is secret, nor where its certificate does not stand', async (test) => {
    const plain = await mailServer(test);
    assert.equal((await smtpMailer(open(plain.port), FROM, true).send(MAIL)).is, 'later');
    const secret = await mailServer(test, { disabledCommands: [] });
    assert.equal((await smtpMailer(open(secret.port), FROM, true).send(MAIL)).is, 'later');
    assert.deepEqual([plain.taken().length, secret.taken().length], [0, 0]);
  });

  it('is signed in to where it asks for that, and a wrong password is no reason to give up', async (test) => {
    const server = await mailServer(test, { authOptional: false, allowInsecureAuth: true, onAuth: ({ username, password }, _, done) => (username === 'council' && password === 'right' ? done(null, { user: username }) : done(new Error('no'))) });
    const as = (password: string) => smtpMailer({ ...open(server.port), user: 'council', password }, FROM).send(MAIL);
    assert.deepEqual([(await as('wrong')).is, (await as('right')).is], ['later', 'sent']);
  });
});
