import { instantInWords } from '../../kernel/instant.ts';
import { writeReceipt, RECEIPT_FILE_ENDING } from '../../register/log/receipt.ts';
import type { Signed } from '../../register/signed.ts';
import type { KeptStanding } from '../kept-standing.ts';
import type { Download, Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { witnessedInWords } from '../witnessed.ts';
import { keptWords } from '../words/kept.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { notFoundPage } from './not-found.ts';

/** How the register is kept, and how somebody who trusts nobody can check it. */
export function keptPage(reading: Reading, signed: Signed | undefined): Page {
  const { kept, ask } = reading;
  return kept === undefined || signed === undefined ? notFoundPage(ask, 'page') : pageOf(reading, kept, signed);
}

/** The newest checkpoint, to be kept somewhere else. */
export function checkpointFile({ ask, shelved }: Reading, signed: Signed | undefined): Page | Download {
  return signed === undefined ? notFoundPage(ask, 'page') : { name: `${shelved.id}-${signed.size}.checkpoint`, text: signed.note };
}

/** The receipt of the entry that `entry` names; the page with what is wrong where it names none. */
export function receiptFile(reading: Reading, signed: Signed | undefined): Page | Download {
  const { kept, ask, shelved } = reading;
  if (kept === undefined || signed === undefined) return notFoundPage(ask, 'page');
  const { size, tree, note } = signed;
  const asked = (ask.query.get('entry') ?? '').trim();
  const index = /^\d{1,15}$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(index < size)) return pageOf(reading, kept, signed, asked);
  return { name: `${shelved.id}-${index}${RECEIPT_FILE_ENDING}`, text: writeReceipt({ index, proof: tree.inclusionProof(index, size), checkpoint: note }) };
}

/** @param refused what was typed for an entry, where there is none of that number */
function pageOf(reading: Reading, { image, begun }: KeptStanding, { size, note, verifierKey }: Signed, refused?: string): Page {
  const { language, to } = reading;
  const t = inLanguage(keptWords, language);
  const newest = image.entries[size - 1]?.recordedAt ?? begun;
  const error = refused === undefined ? undefined : filled(refused === '' ? t.entryMissing : t.entryNone, { last: size - 1 });
  return pageOfRegister(reading, {
    view: 'kept.njk',
    title: t.title,
    current: 'kept',
    errors: error === undefined ? [] : [{ text: error, href: '#entry' }],
    model: {
      t,
      rows: [
        { key: t.entries, text: size.toLocaleString('en-GB') },
        { key: t.begun, text: instantInWords(begun, language) },
        { key: t.newest, text: instantInWords(newest, language) },
        { key: t.witnessed, text: witnessedInWords(note, language) },
      ],
      verifierKey,
      note,
      typed: refused ?? '',
      error,
      last: filled(t.entryHint, { last: size - 1 }),
      checkpoint: to.checkpoint(),
      action: to.receipt(),
      steps: [t.steps.key, t.steps.checkpoint, filled(t.steps.again, { command: 'answerable verify --since FILE' }), t.steps.receipt, t.steps.witness],
    },
  });
}
