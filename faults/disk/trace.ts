import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Operation } from './operation.ts';
import { bytesOf, calls, descriptor, type Call } from './trace-lines.ts';

/** The calls that change a disk or say something. */
export const TRACED = [
  'openat', 'open', 'creat', 'write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'ftruncate', 'truncate', 'fallocate', 'copy_file_range', 'sendfile', 'lseek',
  'mkdir', 'mkdirat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat', 'rmdir', 'fsync', 'fdatasync',
] as const;

/** The index of a log that SQLite keeps in memory that is shared: it is made anew from the log, and nothing rests on it. */
const isShared = (path: string): boolean => path.endsWith('-shm');

/** What the process of a trace did to the disk whose root is the folder, and what it said to the file `says`. */
export function operationsIn(trace: string, root: string, says: string): readonly Operation[] {
  const operations: Operation[] = [];
  const opened = new Map<number, { position: number; readonly isAppended: boolean }>();
  /** Where a file descriptor that appends writes next: the sizes of the files as the trace has them. */
  const sizes = new Map<string, number>();
  const inside = (path: string | undefined): string | undefined => {
    const from = path === undefined ? '..' : relative(root, path);
    return from.startsWith('..') || isShared(from) ? undefined : from === '' ? '.' : from;
  };
  const named = (folder: string, name: string): string => {
    const path = bytesOf(name).toString();
    return isAbsolute(path) ? path : join(descriptor(folder).path ?? '/', path);
  };
  const write = (written: string, bytes: Uint8Array, at?: number): void => {
    const { number, path } = descriptor(written);
    if (path === says) return void operations.push({ is: 'say', text: Buffer.from(bytes).toString() });
    const file = inside(path);
    const state = opened.get(number);
    const from = at ?? (state?.isAppended === true && path !== undefined ? (sizes.get(path) ?? 0) : (state?.position ?? 0));
    if (at === undefined && state !== undefined) state.position = from + bytes.length;
    if (path !== undefined) sizes.set(path, Math.max(sizes.get(path) ?? 0, from + bytes.length));
    if (file !== undefined) operations.push({ is: 'write', path: file, at: from, bytes });
  };
  const open = (path: string, flags: string, fd: number): void => {
    opened.set(fd, { position: 0, isAppended: flags.includes('O_APPEND') });
    const file = inside(path);
    if (file === undefined) return;
    if (flags.includes('O_CREAT')) operations.push({ is: 'make', path: file });
    if (!flags.includes('O_TRUNC')) return;
    sizes.set(path, 0);
    operations.push({ is: 'length', path: file, length: 0 });
  };
  const two = (from: string | undefined, to: string | undefined, is: 'rename' | 'link'): void => {
    if (from !== undefined && to !== undefined) operations.push({ is, from, to });
    else if (from !== to) throw new Error('A file is moved into the disk, or out of it: this is not modelled.');
  };
  const one = (path: string | undefined, is: 'remove' | 'folder' | 'sync'): void => void (path !== undefined && operations.push({ is, path }));
  /** Bytes that the system copied by itself, which a trace does not show. */
  const copy = (from: string, to: string, answer: number): void => {
    const source = descriptor(from);
    const state = opened.get(source.number);
    if (source.path === undefined || inside(source.path) !== undefined) throw new Error('A file of the disk is copied within the system: this is not modelled.');
    const start = state?.position ?? 0;
    if (state !== undefined) state.position += answer;
    write(to, readFileSync(source.path).subarray(start, start + answer));
  };

  function take({ name, args, answer }: Call): void {
    const [a = '', b = '', c = '', d = ''] = args;
    switch (name) {
      case 'openat': return open(named(a, b), c, answer);
      case 'open': return open(named('', a), b, answer);
      case 'creat': return open(named('', a), 'O_CREAT|O_TRUNC', answer);
      case 'write': return write(a, bytesOf(b).subarray(0, answer));
      case 'pwrite64': return write(a, bytesOf(b).subarray(0, answer), Number(d));
      case 'writev': return write(a, vectors(b, answer));
      case 'pwritev': case 'pwritev2': return write(a, vectors(b, answer), Number(d));
      case 'ftruncate': case 'truncate': {
        const path = name === 'truncate' ? named('', a) : descriptor(a).path;
        const file = inside(path);
        if (path !== undefined) sizes.set(path, Number(b));
        if (file !== undefined) operations.push({ is: 'length', path: file, length: Number(b) });
        return;
      }
      case 'lseek': {
        const state = opened.get(descriptor(a).number);
        if (state !== undefined) state.position = answer;
        return;
      }
      case 'copy_file_range': return copy(a, c, answer);
      case 'sendfile': return copy(b, a, answer);
      case 'mkdir': return one(inside(named('', a)), 'folder');
      case 'mkdirat': return one(inside(named(a, b)), 'folder');
      case 'unlink': case 'rmdir': return one(inside(named('', a)), 'remove');
      case 'unlinkat': return one(inside(named(a, b)), 'remove');
      case 'rename': return two(inside(named('', a)), inside(named('', b)), 'rename');
      case 'renameat': case 'renameat2': return two(inside(named(a, b)), inside(named(c, d)), 'rename');
      case 'link': return two(inside(named('', a)), inside(named('', b)), 'link');
      case 'linkat': return two(inside(named(a, b)), inside(named(c, d)), 'link');
      case 'fsync': case 'fdatasync': return one(inside(descriptor(a).path), 'sync');
      case 'fallocate': if (inside(descriptor(a).path) !== undefined) throw new Error('Room is taken beforehand: this is not modelled.');
    }
  }
  for (const call of calls(trace)) take(call);
  return operations;
}

const vectors = (written: string, answer: number): Uint8Array => Buffer.concat([...written.matchAll(/iov_base=("[^"]*")/g)].map(([, part = '']) => bytesOf(part))).subarray(0, answer);
