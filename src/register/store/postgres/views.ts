import { sha256Hex } from '../../../kernel/digest.ts';
import { ZONE } from '../../../kernel/instant.ts';
import type { KindName } from '../../../model/kinds.ts';
import { bodyColumn, sqlName, VIEW_NAMES, viewColumns, type ViewColumn } from '../view-columns.ts';
import { SCHEMA } from './tables.ts';

/** The view of a kind (`view-columns.ts`). Whoever reads it sees what their own role and `answerable.register` let them see. */
function viewOf(kind: KindName): string {
  const body = bodyColumn(kind);
  const always = ['register', 'id', 'valid_from', 'valid_until', ...viewColumns(kind).map(column), body === 'body' ? body : `body AS ${body}`].join(', ');
  const today = `to_char(now() AT TIME ZONE '${ZONE}', 'YYYY-MM-DD') COLLATE "C"`;
  return `CREATE VIEW ${SCHEMA}.${sqlName(kind)} WITH (security_invoker = true) AS SELECT ${always} FROM ${SCHEMA}.current_records
    WHERE kind = '${kind}' AND (valid_from IS NULL OR valid_from <= ${today}) AND (valid_until IS NULL OR ${today} < valid_until);`;
}

const CASTS = { number: '::numeric', flag: '::boolean', words: '' } as const;

function column({ name, path, is }: ViewColumn): string {
  const steps = path.map((step) => `'${step.replaceAll(`'`, `''`)}'`);
  return `(body::jsonb #>> ARRAY[${steps.join(', ')}])${CASTS[is]} AS ${sqlName(name)}`;
}

export const CREATE_VIEWS: readonly (readonly [name: string, sql: string])[] = VIEW_NAMES.map((kind) => [kind, viewOf(kind)]);

/** Tells whether the views in a database are these. */
export const VIEWS_DIGEST = sha256Hex(CREATE_VIEWS.map(([, sql]) => sql).join('\n'));
