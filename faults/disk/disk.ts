import { dirname } from 'node:path';
import type { Operation } from './operation.ts';

/** What is not on the disk yet: bytes or a length of a file, or names in a folder. */
export type Pending =
  | { readonly is: 'bytes'; readonly file: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly is: 'length'; readonly file: number; readonly length: number }
  | { readonly is: 'names'; readonly folders: readonly string[]; readonly changes: readonly (readonly [path: string, to: Named | undefined])[] };

/** A name leads to a file by its number, or is a folder. */
export type Named = number | 'folder';

/**
 * A disk as strictly as POSIX has it: what was written to a file is kept only once the file was synced, and a name only once its folder
 * was. Names within a folder are kept in the order in which they were given, as file systems with a journal do.
 */
export class Disk {
  /** What a process sees. */
  readonly names = new Map<string, Named>();
  /** What is on the disk. */
  readonly kept = new Map<string, Named>();
  readonly #files: Uint8Array<ArrayBuffer>[] = [];
  #pending: Pending[] = [];

  /** A disk with these files, all of them kept. */
  constructor(files: ReadonlyMap<string, Uint8Array | 'folder'>) {
    for (const [path, content] of files) {
      const to = content === 'folder' ? content : this.#files.push(contentOf(content)) - 1;
      this.names.set(path, to);
      this.kept.set(path, to);
    }
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** What of the file is on the disk. */
  content(file: number): Uint8Array<ArrayBuffer> {
    return this.#files[file] ?? contentOf();
  }

  /** True where nothing was ever written to the file, or all was cut off again. */
  isEmpty(file: number): boolean {
    return this.content(file).length === 0 && !this.#pending.some((one) => one.is !== 'names' && one.file === file);
  }

  /** What is pending, by name; undefined for a file that has none any more. */
  nameOf(pending: Pending): string | undefined {
    if (pending.is === 'names') return pending.changes.map(([path]) => path).join(' and ');
    return [...this.names].find(([, to]) => to === pending.file)?.[0];
  }

  take(operation: Operation): void {
    switch (operation.is) {
      case 'make':
        if (!this.names.has(operation.path)) this.#name([operation.path, this.#files.push(contentOf()) - 1]);
        return;
      case 'folder':
        return this.#name([operation.path, 'folder']);
      case 'write':
        this.#pending.push({ is: 'bytes', file: this.#file(operation.path), at: operation.at, bytes: operation.bytes });
        return;
      case 'length':
        this.#pending.push({ is: 'length', file: this.#file(operation.path), length: operation.length });
        return;
      case 'rename':
        return this.#name([operation.from, undefined], [operation.to, this.#file(operation.from)]);
      case 'link':
        return this.#name([operation.to, this.#file(operation.from)]);
      case 'remove':
        return this.#name([operation.path, undefined]);
      case 'sync':
        return this.#sync(operation.path);
      case 'say':
        return;
    }
  }

  #name(...changes: readonly (readonly [string, Named | undefined])[]): void {
    for (const [path, to] of changes) named(this.names, path, to);
    this.#pending.push({ is: 'names', folders: [...new Set(changes.map(([path]) => dirname(path)))], changes });
  }

  #file(path: string): number {
    const to = this.names.get(path);
    if (typeof to !== 'number') throw new Error(`The trace uses ${path}, which is not a file there.`);
    return to;
  }

  #sync(path: string): void {
    const to = path === '.' ? 'folder' : this.names.get(path);
    this.#pending = this.#pending.filter((one) => {
      const isMeant = one.is === 'names' ? to === 'folder' && one.folders.includes(path) : one.file === to;
      if (!isMeant) return true;
      if (one.is === 'names') for (const [name, target] of one.changes) named(this.kept, name, target);
      else change(this.content(one.file), one);
      return false;
    });
  }
}

export function named(names: Map<string, Named>, path: string, to: Named | undefined): void {
  if (to === undefined) names.delete(path);
  else names.set(path, to);
}

/** The longest file that a disk has room for. */
const LONGEST = 256 * 2 ** 20;

/** Content of a file's own, which can grow and shrink in its place. */
export function contentOf(bytes: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(new ArrayBuffer(bytes.length, { maxByteLength: LONGEST }));
  content.set(bytes);
  return content;
}

/** Changes the content in its place. */
export function change(content: Uint8Array<ArrayBuffer>, by: Exclude<Pending, { readonly is: 'names' }>): void {
  const length = by.is === 'length' ? by.length : Math.max(content.length, by.at + by.bytes.length);
  if (length !== content.length) content.buffer.resize(length);
  if (by.is === 'bytes') content.set(by.bytes, by.at);
}
