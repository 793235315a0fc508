import { quoted } from '../../../kernel/fault.ts';
import { nearest } from '../../../kernel/nearest.ts';
import { groupedBy } from '../held.ts';
import type { Telling } from '../source.ts';
import type { Tree } from '../tree.ts';
import { cellInWords, spotOfCell, type Row } from './cells.ts';
import { OWNER, OWNER_FROM, type SheetPlan } from './columns.ts';
import { cellOf, groupOf, headed, type Headed } from './sheet-values.ts';

interface ItemSheet {
  readonly name: string;
  readonly number: number;
  readonly rows: readonly Row[];
}

type Group = Record<string, unknown>;

/** Puts the rows of a sheet such as `provisions.gives` into the lists of the records that they name, in the order of the rows. */
export function addItems(sheet: ItemSheet, plan: SheetPlan & { readonly listed: string }, records: readonly Group[], tree: Tree): void {
  const table = headed(sheet.name, sheet.number, sheet.rows, [OWNER, OWNER_FROM, ...plan.columns.map((column) => column.name)], tree.faults);
  const byId = groupedBy(records, (record) => String(record['id']));
  for (const row of table.rows) {
    const item = groupOf(row, sheet.number, table, plan.columns, tree);
    const owner = ownerOf(row, sheet, plan, table, byId, tree);
    if (owner === undefined) continue;
    const spot = spotOfCell(sheet.number, row.row, 0);
    if (!Object.hasOwn(owner, plan.listed)) tree.put(owner, plan.listed, spot, tree.list(), spot);
    tree.push(owner[plan.listed] as unknown[], item, spot);
  }
}

function ownerOf(row: Row, { name, number }: ItemSheet, plan: SheetPlan, { at }: Headed, byId: ReadonlyMap<string, readonly Group[]>, tree: Tree): Group | undefined {
  const words = (column: string): string => cellInWords(cellOf(row, at.get(column)).cell).trim();
  const id = words(OWNER);
  const from = words(OWNER_FROM);
  const versions = byId.get(id) ?? [];
  const found = versions.length > 1 || from !== '' ? versions.filter((record) => (record['from'] ?? '') === from) : versions;
  const [owner] = found;
  if (owner !== undefined && found.length === 1) return owner;
  const column = at.get(OWNER)?.[0] ?? 1;
  const tell = (): Telling => {
    if (id === '') return { sentence: `The row does not say which record it belongs to. Give the id of one of ${quoted(plan.kind)} in the column ${quoted(OWNER)}.`, expected: `an id of ${plan.kind}` };
    if (versions.length > 0) return { sentence: `${quoted(id)} has several versions in the sheet ${quoted(plan.kind)}. Say in the column ${quoted(OWNER_FROM)} from when the one is that this row belongs to.`, found: id };
    const near = nearest(id, byId.keys());
    const advice = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
    return { sentence: `${quoted(id)} in the sheet ${quoted(name)} is not the id of any of ${quoted(plan.kind)}.${advice}`, found: id, ...(near === undefined ? {} : { nearest: near }) };
  };
  tree.faults.push({ spot: spotOfCell(number, row.row, column), code: 'item-without-record', tell });
  return undefined;
}
