/** How much a register file may hold. What goes beyond is refused before time or memory is spent on it. */
export interface Limits {
  /** Bytes of the file as given. */
  readonly bytes: number;
  /** Bytes of a workbook's parts once unpacked, all together. */
  readonly unpackedBytes: number;
  /** Records of all kinds together. */
  readonly records: number;
  /** Lists and groups inside each other. */
  readonly depth: number;
  /** Values of a YAML or JSON file, keys not counted, each use of a YAML alias counted whole. */
  readonly values: number;
  /** Symbols of a YAML file: words, signs, spaces, line ends. The parser takes some 2 µs and 300 bytes for each; a record of one line is about 80. */
  readonly symbols: number;
  /** Keys of one group: kinds, fields, thresholds. */
  readonly keys: number;
  /** Anchors and aliases of a YAML file. */
  readonly anchors: number;
  /** Faults of YAML syntax that are collected before reading stops: one slip often causes many. */
  readonly syntaxFaults: number;
  /** Faults that are told one by one; the rest are counted. */
  readonly faults: number;
  readonly sheets: number;
  readonly rowsOfSheet: number;
  readonly columnsOfSheet: number;
  /** Cells of a workbook with something in them. */
  readonly cells: number;
}

export const LIMITS: Limits = {
  bytes: 64 * 1024 * 1024,
  unpackedBytes: 48 * 1024 * 1024,
  records: 200_000,
  depth: 64,
  values: 2_000_000,
  symbols: 2_000_000,
  keys: 1_000,
  anchors: 10_000,
  syntaxFaults: 20,
  faults: 100,
  sheets: 200,
  rowsOfSheet: 200_000,
  columnsOfSheet: 500,
  cells: 1_000_000,
};
