/** A database that registers cannot be kept in as it is, in a sentence that says what to change. */
export class DatabaseRefused extends Error {
  readonly code: 'database-unsafe' | 'database-not-prepared' | 'role-unsafe' | 'database-unreachable' | 'database-url-malformed';

  constructor(code: DatabaseRefused['code'], sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}
