/** One setting of a machine that runs Answerable, in the environment or in the file of settings. */
export interface Setting {
  readonly name: string;
  /** The option of a command that says the same, and wins. */
  readonly option?: string;
  /** What holds where nobody says anything. */
  readonly usual: string;
  readonly what: string;
  /** Shown to nobody. */
  readonly isSecret?: boolean;
}

/** The variable that names the file of settings; it stands in the environment alone. */
export const SETTINGS_FILE = 'ANSWERABLE_CONFIG';

/** Every setting there is; what reads one elsewhere has it from here. */
export const SETTINGS: readonly Setting[] = [
  { name: 'ANSWERABLE_DATA', option: '--data', usual: 'none', what: 'the folder in which registers are kept' },
  { name: 'ANSWERABLE_DATABASE_URL', option: '--database-url', usual: 'none', what: 'in its place, the PostgreSQL database in which they are kept; the password in PGPASSWORD or a password file', isSecret: true },
  { name: 'ANSWERABLE_KEYS', option: '--keys', usual: '~/.answerable/keys', what: 'with a database, the folder of signing keys' },
  { name: 'HOST', option: '--host', usual: '127.0.0.1', what: 'where the server listens' },
  { name: 'PORT', option: '--port', usual: '3000, or any that is free', what: 'on which port' },
  { name: 'ANSWERABLE_PUBLIC_ADDRESS', option: '--public-address', usual: 'none', what: 'where browsers find the pages, behind a proxy; with https, cookies go over HTTPS alone' },
  { name: 'ANSWERABLE_PROXIES', option: '--proxies', usual: '0', what: 'how many proxies stand in front and are believed about where a request comes from' },
  { name: 'ANSWERABLE_PUBLIC_PAGES', usual: 'off', what: 'with `on`, everybody may read at `/en/REGISTER/published` what an authority has published, without signing in' },
  { name: 'ANSWERABLE_WEBHOOKS_TO_LOOPBACK', usual: 'off', what: 'with `on`, webhooks may be sent to this machine, over plain HTTP: for trying them out' },
  { name: 'ANSWERABLE_OIDC_ISSUER', usual: 'none', what: 'the council’s directory, as it names itself' },
  { name: 'ANSWERABLE_OIDC_CLIENT_ID', usual: 'none', what: 'what the directory knows Answerable by' },
  { name: 'ANSWERABLE_OIDC_CLIENT_SECRET', usual: 'none', what: 'the secret that goes with it', isSecret: true },
  { name: 'ANSWERABLE_WITNESS', option: '--witness', usual: 'none', what: 'the address of a witness that is asked every minute to cosign what is new' },
  { name: 'ANSWERABLE_WITNESS_KEY', option: '--witness-key', usual: 'none', what: 'the key by which that witness is believed' },
  { name: 'ANSWERABLE_FILES', option: '--files', usual: 'beside', what: 'where files of evidence are kept: `beside` the register, or in a bucket (`s3`)' },
  { name: 'ANSWERABLE_S3_ENDPOINT', usual: 'none', what: 'the address of the store with the bucket' },
  { name: 'ANSWERABLE_S3_BUCKET', usual: 'none', what: 'the name of the bucket' },
  { name: 'ANSWERABLE_S3_REGION', usual: 'none', what: 'its region' },
  { name: 'ANSWERABLE_S3_ACCESS_KEY_ID', usual: 'none', what: 'the key that may read and write there' },
  { name: 'ANSWERABLE_S3_SECRET_ACCESS_KEY', usual: 'none', what: 'the secret that goes with it', isSecret: true },
  { name: 'ANSWERABLE_S3_SESSION_TOKEN', usual: 'none', what: 'the token of credentials that expire', isSecret: true },
  { name: 'ANSWERABLE_MAIL', usual: 'folder', what: 'where e-mail goes: into a `folder`, so that nothing leaves, or by `smtp` to a mail server' },
  { name: 'ANSWERABLE_MAIL_FOLDER', usual: '`mail` in the data folder', what: 'the folder into which it is written, one file a mail' },
  { name: 'ANSWERABLE_MAIL_FROM', usual: 'none', what: 'whom it is from, as in `Answerable <answerable@example.org>`' },
  { name: 'ANSWERABLE_SMTP_URL', usual: 'none', what: 'the mail server: `smtps://USER@HOST:465`, or `smtp://USER@HOST:587` raised to TLS; only this machine itself is spoken to openly' },
  { name: 'ANSWERABLE_SMTP_PASSWORD_FILE', usual: 'none', what: 'a file with the password for it' },
  { name: 'ANSWERABLE_SMTP_PASSWORD', usual: 'none', what: 'that password itself, where no file can be', isSecret: true },
  { name: 'ANSWERABLE_REMINDERS', usual: 'on', what: 'with `off`, nobody is reminded by e-mail' },
  { name: 'ANSWERABLE_REMINDERS_BEFORE', usual: '7', what: 'how many days before the day that something is due its first reminder goes out, 0 to 90; there are never more than two' },
  { name: 'ANSWERABLE_REMINDERS_AFTER', usual: '7', what: 'how many days after that day the second and last one goes out' },
  { name: 'ANSWERABLE_REMINDERS_WITHOUT_DAY', usual: '14', what: 'how many days something for which no day is set may wait before it counts as due' },
  { name: 'ANSWERABLE_REMINDERS_HOUR', usual: '8', what: 'from which hour of a working day in London reminders go out, 0 to 23' },
  { name: 'ANSWERABLE_MODERN_GOV', usual: 'none', what: 'the addresses of Modern.gov from which `answerable import --address` may fetch, whole and with spaces between: `https://democracy.example.gov.uk/mgWebService.asmx`' },
  { name: 'ANSWERABLE_MODERN_GOV_INSIDE', usual: 'off', what: 'with `on`, such an address may lead into the council’s own network' },
  { name: 'ANSWERABLE_LOG', option: '--log', usual: 'json for what is kept, else none', what: 'whether the server writes lines to standard error' },
  { name: 'ANSWERABLE_LOG_LEVEL', option: '--log-level', usual: 'info', what: 'from which level on: debug, info, warn, error' },
  { name: 'ANSWERABLE_DEBUG', usual: 'none', what: 'with 1, a fault of ours tells where in the program' },
];
