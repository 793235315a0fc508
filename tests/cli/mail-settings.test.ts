import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Misuse } from '../../src/cli/command.ts';
import { mailSettings, remindingSettings } from '../../src/cli/mail-settings.ts';
import { temporaryFolder } from '../kept/folder.ts';

const wrong = (env: Readonly<Record<string, string>>, says: RegExp): void => assert.throws(() => [mailSettings(env, '/data/mail'), remindingSettings(env)], (error) => error instanceof Misuse && says.test(error.message), JSON.stringify(env));
const SMTP = { ANSWERABLE_MAIL: 'smtp', ANSWERABLE_MAIL_FROM: 'Answerable <answerable@example.org>' };

describe('the settings of mail', () => {
  it('write it into a folder where nobody says otherwise, so that nothing leaves', () => {
    assert.deepEqual(mailSettings({}, '/data/mail').to, { folder: '/data/mail' });
    assert.deepEqual(mailSettings({ ANSWERABLE_MAIL_FOLDER: '/spool' }, '/data/mail').to, { folder: '/spool' });
    assert.deepEqual(mailSettings({ ANSWERABLE_SMTP_URL: 'smtps://mail.example.org' }, '/data/mail').to, { folder: '/data/mail' });
  });

  it('name a mail server, its user, and the file with its password', () => {
    const file = join(temporaryFolder(), 'password');
    writeFileSync(file, 'p@ss word\n');
    assert.deepEqual(mailSettings({ ...SMTP, ANSWERABLE_SMTP_URL: 'smtps://council%40example.org@mail.example.org:465', ANSWERABLE_SMTP_PASSWORD_FILE: file }, ''), {
      from: 'Answerable <answerable@example.org>', to: { server: { host: 'mail.example.org', port: 465, isSecure: true, user: 'council@example.org', password: 'p@ss word' } },
    });
    const port = (url: string) => { const { to } = mailSettings({ ...SMTP, ANSWERABLE_SMTP_URL: url }, ''); return 'server' in to ? [to.server.host, to.server.port, to.server.isSecure] : []; };
    assert.deepEqual([port('smtp://mail.example.org'), port('smtps://mail.example.org'), port('smtp://localhost'), port('smtp://[::1]:2525')], [['mail.example.org', 587, false], ['mail.example.org', 465, true], ['localhost', 25, false], ['::1', 2525, false]]);
  });

  it('are refused in words that say what to write', () => {
    wrong({ ANSWERABLE_MAIL: 'post' }, /takes `folder` or `smtp`/);
    wrong({ ANSWERABLE_MAIL: 'smtp' }, /say with ANSWERABLE_MAIL_FROM/);
    wrong({ ANSWERABLE_MAIL_FROM: 'Council <a@example.org>, b@example.org' }, /ANSWERABLE_MAIL_FROM takes/);
    wrong({ ANSWERABLE_MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }, /ANSWERABLE_MAIL_FROM takes/);
    for (const url of ['', 'mail.example.org', 'http://mail.example.org', 'smtp://', 'smtp://mail.example.org/path']) wrong({ ...SMTP, ANSWERABLE_SMTP_URL: url }, /is no mail server for ANSWERABLE_SMTP_URL/);
    wrong({ ...SMTP, ANSWERABLE_SMTP_URL: 'smtps://me:secret@mail.example.org' }, /does not stand in ANSWERABLE_SMTP_URL/);
    wrong({ ...SMTP, ANSWERABLE_SMTP_URL: 'smtps://mail.example.org', ANSWERABLE_SMTP_PASSWORD: 'x' }, /There is a password for the mail server and no user/);
    wrong({ ...SMTP, ANSWERABLE_SMTP_URL: 'smtps://me@mail.example.org', ANSWERABLE_SMTP_PASSWORD: 'x', ANSWERABLE_SMTP_PASSWORD_FILE: '/y' }, /give one/);
    wrong({ ...SMTP, ANSWERABLE_SMTP_URL: 'smtps://me@mail.example.org', ANSWERABLE_SMTP_PASSWORD_FILE: '/none' }, /cannot be read: \/none \(ENOENT\)/);
  });
});

describe('the settings of reminders', () => {
  it('are a week before, a week after, from eight, unless told otherwise', () => {
    assert.deepEqual(remindingSettings({}), { isOn: true, before: 7, after: 7, withoutDay: 14, hour: 8 });
    assert.deepEqual(remindingSettings({ ANSWERABLE_REMINDERS: 'off', ANSWERABLE_REMINDERS_BEFORE: '3', ANSWERABLE_REMINDERS_AFTER: '1', ANSWERABLE_REMINDERS_WITHOUT_DAY: '0', ANSWERABLE_REMINDERS_HOUR: '17' }), { isOn: false, before: 3, after: 1, withoutDay: 0, hour: 17 });
  });

  it('are refused where they are no number of days, or no hour', () => {
    wrong({ ANSWERABLE_REMINDERS: 'no' }, /takes `on` or `off`/);
    wrong({ ANSWERABLE_REMINDERS_BEFORE: '91' }, /what ANSWERABLE_REMINDERS_BEFORE takes: days, 0 to 90/);
    wrong({ ANSWERABLE_REMINDERS_AFTER: '-1' }, /ANSWERABLE_REMINDERS_AFTER/);
    wrong({ ANSWERABLE_REMINDERS_HOUR: '24' }, /the hour of the day, 0 to 23/);
  });
});
