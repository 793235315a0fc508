/** Writes the paper of the tests in every form and prints the digests of their bytes, a line each. */
import { createHash } from 'node:crypto';
import { htmlPage } from '../../src/documents/html/html.ts';
import { pdf } from '../../src/documents/pdf/pdf.ts';
import { word } from '../../src/documents/word/word.ts';
import { given } from './given.ts';
import { paper } from './papers.ts';

const document = paper({ both: 'side-by-side', first: 'cy' });
for (const bytes of [given(htmlPage(document)), given(await word(document)), given(await pdf(document))]) process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')}\n`);
