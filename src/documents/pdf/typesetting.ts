import { Worker } from 'node:worker_threads';
import type { Typeset } from './typesetter.ts';

/** Milliseconds after which a typesetter without work ends and gives its memory back. */
const IDLE = 60_000;

interface Asked {
  readonly resolve: (set: Typeset) => void;
  readonly reject: (error: Error) => void;
}

let typesetter: Worker | undefined;
let resting: NodeJS.Timeout | undefined;
const asked: Asked[] = [];

/**
 * Has the paper set by the one typesetter there is, started when it is first needed: papers are set one at a time in the
 * order they came in, so that they take one processor and no more. It does not keep the process from ending.
 */
export function typeset(paper: string): Promise<Typeset> {
  return new Promise((resolve, reject) => {
    clearTimeout(resting);
    typesetter ??= started();
    typesetter.ref();
    asked.push({ resolve, reject });
    typesetter.postMessage(paper);
  });
}

function started(): Worker {
  const worker = new Worker(new URL('typesetter.ts', import.meta.url));
  const lost = (error: Error) => {
    if (typesetter !== worker) return;
    typesetter = undefined;
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on('message', (set: Typeset) => {
    asked.shift()?.resolve(set);
    if (asked.length > 0) return;
    worker.unref();
    resting = setTimeout(() => {
      typesetter = undefined;
      void worker.terminate();
    }, IDLE).unref();
  });
  worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => lost(new Error(`The typesetter ended with ${code} before the paper was set.`)));
  return worker;
}
