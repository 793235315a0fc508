/** What a goal asks for, what was measured, and whether that reaches it. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly reached: boolean;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one benchmark found. */
export interface Report {
  readonly title: string;
  readonly goals: readonly Goal[];
  readonly tables: readonly Table[];
  /** What a reader must know to read the numbers. */
  readonly notes: readonly string[];
}

/** Milliseconds with three figures that mean something. */
export const ms = (value: number): string => `${figures(value)} ms`;

export const ratio = (value: number): string => `${figures(value)}×`;

export const megabytes = (bytes: number): string => `${figures(bytes / 1_048_576)} MB`;

const figures = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(value >= 10 ? 3 : 2));

export const asMarkdown = ({ title, goals, tables, notes }: Report): string =>
  [
    `### ${title}`,
    ...goals.map(({ goal, measured, reached }) => `- Goal: ${goal}. Measured: ${measured}. **${reached ? 'Reached' : 'Not reached'}.**`),
    ...tables.flatMap(({ caption, head, rows }) => ['', `${caption}:`, '', line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
  ].join('\n');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
