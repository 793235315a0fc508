/** The import table: which room of `src/` may import which, and the sentence a violation is answered with. */
export interface Room {
  readonly name: string;
  /** Rooms it may import, besides itself. */
  readonly mayImport: readonly string[];
  /** Of a room named in `mayImport`, the only files that count as its door; without an entry the whole room is open. */
  readonly onlyThrough?: Readonly<Record<string, readonly string[]>>;
  /** No disk, network, process or database: everything is passed in. */
  readonly pure: boolean;
  /** Files of a pure room that open what the rest of it is handed. */
  readonly openers?: readonly string[];
  readonly holds: string;
  readonly because: string;
}

export const rooms: readonly Room[] = [
  {
    name: 'kernel',
    mayImport: [],
    pure: true,
    holds: 'dates, ids, canonical JSON, result, faults',
    because: 'The kernel is what every room stands on, so it stands on nothing of ours.',
  },
  {
    name: 'model',
    mayImport: ['kernel'],
    pure: false,
    holds: 'kinds by area, register file',
    because: 'The model is the shared vocabulary: words that depend on what is done with them are not shared.',
  },
  {
    name: 'register',
    mayImport: ['kernel', 'model'],
    pure: false,
    holds: 'entries, acts, snapshot, log, stores',
    because: 'The register keeps what was entered and must not know how anyone judges or shows it.',
  },
  {
    name: 'guidance',
    mayImport: ['kernel', 'model'],
    pure: false,
    holds: 'packs: schema, load, check',
    because: 'Guidance is data that is read the same whichever register it is held against.',
  },
  {
    name: 'statutory-time',
    mayImport: ['kernel', 'guidance'],
    onlyThrough: { guidance: ['guidance/yaml-file.ts', 'guidance/shape-faults.ts', 'guidance/bundled.ts'] },
    pure: true,
    openers: ['statutory-time/load-calendars.ts'],
    holds: 'clear days, working days, clocks in hours, by nation',
    because: 'Statutory time is reckoned from dates and dated law alone, and knows no register and no subject.',
  },
  {
    name: 'rules',
    mayImport: ['kernel', 'model', 'guidance', 'register'],
    onlyThrough: { register: ['register/snapshot.ts', 'register/record-index.ts'] },
    pure: true,
    holds: 'operators, evaluate, verdict, explain',
    because: 'Rules judge a snapshot that is handed to them; they see no store and no log.',
  },
  {
    name: 'assessment',
    mayImport: ['kernel', 'model', 'register', 'guidance', 'rules', 'statutory-time'],
    pure: true,
    openers: ['assessment/open-register.ts'],
    holds: 'lenses, diagnosis, resilience, reach, structure, what-if',
    because: 'An assessment is computed from a snapshot and a pack alone, so that every surface shows the same one.',
  },
  {
    name: 'documents',
    mayImport: ['kernel', 'model'],
    pure: false,
    holds: 'neutral document model and its writers',
    because: 'A writer turns a neutral document into bytes and knows no subject.',
  },
  {
    name: 'access',
    mayImport: ['kernel', 'model', 'register'],
    onlyThrough: { register: ['register/snapshot.ts'] },
    pure: true,
    holds: 'who may see and do what',
    because: 'Access answers from a snapshot and the tables of the areas alone, so that no page or act can bend its answer.',
  },
  {
    name: 'database',
    mayImport: ['kernel'],
    pure: false,
    holds: 'what is kept beside the registers: SQLite or PostgreSQL behind one port',
    because: 'The database keeps rows for whoever hands it tables, and knows none of them.',
  },
  {
    name: 'identity',
    mayImport: ['kernel', 'model', 'database'],
    pure: false,
    holds: 'accounts, passwords, second factors, sessions, links',
    because: 'Identity says who somebody is and never what they may do: that follows from the register.',
  },
  {
    name: 'mail',
    mayImport: ['kernel'],
    pure: false,
    holds: 'e-mail: into a folder, or to a mail server, behind one port',
    because: 'The mail room carries what it is handed and knows nothing of what is written, or of who writes it.',
  },
  {
    name: 'reminders',
    mayImport: ['kernel', 'model', 'database', 'identity', 'statutory-time', 'mail'],
    onlyThrough: { mail: ['mail/mail.ts'], identity: ['identity/secret.ts'] },
    pure: false,
    holds: 'who is reminded of what, when, and that it is never more than twice',
    because: 'Reminders reckon with what waits for somebody as it is handed to them, and know neither the register it comes from nor who may see it.',
  },
  {
    name: 'drafts',
    mayImport: ['kernel', 'model', 'database'],
    pure: false,
    holds: 'changes that are thought about before they are entered',
    because: 'A draft holds what somebody asked for and never what it does to a register: that is worked out by whoever reads it.',
  },
  {
    name: 'exchange',
    mayImport: ['kernel', 'model', 'register'],
    pure: true,
    openers: ['exchange/fetching/fetch-answer.ts', 'exchange/fetching/internet-address.ts'],
    holds: 'what other systems give as records of ours, and Popolo',
    because: 'What another system says is read into proposals and laid against the register: who may enter them, and whether they are, is for the surface that shows them.',
  },
  {
    name: 'acts',
    mayImport: ['kernel', 'model', 'register', 'guidance', 'access'],
    onlyThrough: { guidance: ['guidance/shaped.ts'] },
    pure: true,
    holds: 'what an act of an area is, and who may do it to what in which state',
    because: 'An act decides from what it is handed; this says what every one of them has, and knows none of them.',
  },
  {
    name: 'areas',
    mayImport: ['kernel', 'model', 'register', 'assessment', 'access', 'acts', 'documents', 'statutory-time'],
    pure: false,
    holds: 'one folder a subject: acts, transitions, queries, pages, report',
    because: 'An area holds one subject whole and must not know the surface that it is shown on.',
  },
  {
    name: 'web',
    mayImport: ['kernel', 'model', 'register', 'guidance', 'rules', 'assessment', 'documents', 'access', 'database', 'identity', 'drafts', 'mail', 'reminders', 'statutory-time', 'acts', 'areas', 'exchange'],
    pure: false,
    holds: 'the pages over HTTP',
    because: 'Pages are one surface among several: they take what is built and never build the program or call the command line.',
  },
  {
    name: 'cli',
    mayImport: ['kernel', 'model', 'register', 'guidance', 'rules', 'assessment', 'documents', 'access', 'database', 'identity', 'mail', 'statutory-time', 'acts', 'areas', 'exchange'],
    pure: false,
    holds: 'the commands',
    because: 'Commands are one surface among several: they take what is built and never build the program or call the pages.',
  },
  {
    name: 'api',
    mayImport: ['kernel', 'model', 'register', 'guidance', 'rules', 'assessment', 'documents', 'access', 'database', 'identity', 'statutory-time', 'acts', 'areas', 'exchange'],
    onlyThrough: { exchange: ['exchange/fetching/internet-address.ts'] },
    pure: false,
    holds: 'records, acts and verdicts as JSON over HTTP, and webhooks',
    because: 'The API is one surface among several: it takes what is built and never builds the program, and knows neither the pages nor the commands.',
  },
  {
    name: 'compose',
    mayImport: ['kernel', 'model', 'register', 'guidance', 'rules', 'assessment', 'documents', 'access', 'database', 'identity', 'drafts', 'mail', 'reminders', 'statutory-time', 'areas', 'web', 'cli', 'api'],
    pure: false,
    holds: 'builds the program from its parts',
    because: 'Compose wires every part and may import them all.',
  },
];

/** The only files that may import `compose`. */
export const entryPoints: readonly string[] = ['src/cli/main.ts'];

export const composeBecause = 'Only an entry point builds the program; every other file is handed what it needs.';
export const areaBecause = 'An area never imports another: what two subjects share is vocabulary (model) or is read from the snapshot.';
export const pureBecause = 'This room is pure: whoever calls it reads the disk, the network and the clock, and passes in what it found.';
