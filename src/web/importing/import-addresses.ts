import { addresses } from '../addresses.ts';
import type { Reading } from '../reading.ts';

/** Where a register is imported and downloaded as files: always as it is known now. */
export function importAddresses({ language, shelved }: Pick<Reading, 'language' | 'shelved'>) {
  const root = addresses(language, shelved.slug, undefined).authority();
  return {
    importing: `${root}/import`,
    /** @param secret of the file that waits */
    plan: (secret: string) => `${root}/import/${secret}`,
    /** @param range the entries that an import became */
    imported: ({ first, last }: { readonly first: number; readonly last: number }) => `${root}/imported/${first}${last === first ? '' : `-${last}`}`,
    workbook: `${root}/export.xlsx`,
    template: `${root}/template.xlsx`,
  };
}
