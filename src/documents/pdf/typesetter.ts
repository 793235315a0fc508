/** A thread of its own that sets papers: typesetting is one long computation, and a service must answer meanwhile. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What comes back: the file, or what the typesetter says against it. */
export type Typeset = { readonly pdf: Uint8Array } | { readonly complaint: string };

const TEMPLATE = readFileSync(new URL('template.typ', import.meta.url), 'utf8');
// No workspace: there is no file that a program could read, were one ever smuggled in.
const compiler = NodeCompiler.create({ workspace: '/nowhere' });

function typeset(paper: string): Typeset {
  try {
    const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { paper } });
    if (compiled.result === null) return { complaint: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'nothing was said') };
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  } finally {
    // What was remembered of this paper: the next one is another.
    compiler.evictCache(0);
  }
}

parentPort?.on('message', (paper: string) => parentPort?.postMessage(typeset(paper)));
