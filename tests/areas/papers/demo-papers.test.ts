import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAPERS, sourcesIn } from '../../../src/areas/papers.ts';
import { assess } from '../../../src/assessment/assess.ts';
import { openRegister, readingDate, readingLookBack, snapshotOf } from '../../../src/assessment/open-register.ts';
import type { Document } from '../../../src/documents/document.ts';
import { htmlPage } from '../../../src/documents/html/html.ts';
import { pdf } from '../../../src/documents/pdf/pdf.ts';
import { word } from '../../../src/documents/word/word.ts';
import type { AnyRecord } from '../../../src/model/kind.ts';
import type { KindName } from '../../../src/model/kinds.ts';
import { given } from '../../documents/given.ts';
import { good } from '../../kept/folder.ts';

describe('The papers of the demonstration authorities', () => {
  for (const name of ['demo-wales', 'demo-scotland']) {
    it(`can all be written: ${name}`, async () => {
      const register = good(await openRegister(fileURLToPath(new URL(`../../../examples/${name}/register.yaml`, import.meta.url))));
      const assessment = assess(snapshotOf(register, readingDate(register)), register.compiled, readingLookBack(register));
      const sources = sourcesIn(assessment, assessment.snapshot, assessment.facts);
      for (const [kind, papers] of Object.entries(PAPERS)) {
        for (const { what, paper } of papers) {
          const documents = (assessment.snapshot.all(kind as KindName) as readonly AnyRecord[]).map((record): Document => paper(record, 'public', sources, { both: 'side-by-side', first: 'cy' }));
          for (const document of documents) assert.ok(given(htmlPage(document)).includes('</html>'), `${kind} ${what}`);
          for (const document of documents.slice(-2)) {
            assert.ok(given(await word(document)).length > 0);
            assert.ok(given(await pdf(document)).length > 0);
          }
        }
      }
    });
  }
});
