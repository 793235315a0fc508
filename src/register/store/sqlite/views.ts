import type { KindName } from '../../../model/kinds.ts';
import { bodyColumn, sqlName, viewColumns } from '../view-columns.ts';

/** The view of a kind (`view-columns.ts`). */
export function viewOf(kind: KindName): string {
  const columns = viewColumns(kind).map(({ name, path }) => `json_extract(body, '$${path.map((step) => `.${JSON.stringify(step)}`).join('')}') AS ${sqlName(name)}`);
  const body = bodyColumn(kind);
  const always = ['register', 'id', 'valid_from', 'valid_until', ...columns, body === 'body' ? body : `body AS ${body}`].join(', ');
  const today = `(valid_from IS NULL OR valid_from <= date('now')) AND (valid_until IS NULL OR date('now') < valid_until)`;
  return `CREATE VIEW ${sqlName(kind)} AS SELECT ${always} FROM current_records WHERE kind = '${kind}' AND ${today}`;
}
