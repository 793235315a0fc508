/** What the benchmark uses of a package that ships no types. */
declare module 'hypercore' {
  export default class Hypercore {
    constructor(folder: string);
    ready(): Promise<void>;
    append(block: Uint8Array): Promise<unknown>;
    close(): Promise<void>;
  }
}
