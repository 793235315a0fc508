import { KIND_NAMES, type KindName } from '../../../model/kinds.ts';
import { shapeOf } from '../../../model/register-file/shape.ts';

/**
 * A view for each kind, named as in a register file: the records that hold today, one a row, a column for each field. The Welsh of
 * a text is `field_cy`; a list or group is JSON. `current_records` has every version, whatever its period.
 */
export const viewNames: readonly KindName[] = KIND_NAMES;

export function viewOf(kind: KindName): string {
  const columns = [...shapeOf(kind).fields].flatMap(([field, shape]) => {
    if (field === 'id') return [];
    const at = `$.${JSON.stringify(field)}`;
    if (shape.is === 'text') return [column(`${at}.en`, field), column(`${at}.cy`, `${field}_cy`)];
    return [column(at, field)];
  });
  const always = ['register', 'id', 'valid_from', 'valid_until', ...columns, 'body'].join(', ');
  const today = `(valid_from IS NULL OR valid_from <= date('now')) AND (valid_until IS NULL OR date('now') < valid_until)`;
  return `CREATE VIEW ${name(kind)} AS SELECT ${always} FROM current_records WHERE kind = '${kind}' AND ${today}`;
}

const column = (path: string, as: string): string => `json_extract(body, '${path}') AS ${name(as)}`;

export const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
