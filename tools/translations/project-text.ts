/** Words that this project wrote for people to read, and where they stand. */
export interface ProjectText {
  readonly file: string;
  /** From 1; absent of a text that is put together from the model. */
  readonly line?: number;
  /** What it is called there: the key before it, the field of a kind, the path inside a pack. */
  readonly name: string;
  readonly en: string;
  /** Absent where there is no Welsh yet. */
  readonly cy?: string;
}
