/** A table that both stores have under the same name: its columns in the order in which a row is written, and the order of its rows. */
export interface RawTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those that hold bytes. */
  readonly bytes?: readonly string[];
  readonly order: { readonly postgres: string; readonly sqlite: string };
}

const same = (order: string): RawTable['order'] => ({ postgres: order, sqlite: order });

/** The tables of what is kept for registers, as both stores have them; `kept_registers`, whose numbers each store gives itself, is not among them. */
export const RAW_TABLES: readonly RawTable[] = [
  { name: 'kept_entries', columns: ['register', 'number', 'recorded_at', 'person', 'post', 'act', 'reason', 'idempotency_key', 'leaf_hash'], bytes: ['leaf_hash'], order: same('number') },
  { name: 'kept_changes', columns: ['register', 'entry', 'position', 'kind', 'id', 'valid_from', 'valid_until', 'digest'], order: same('entry, position') },
  { name: 'kept_bodies', columns: ['register', 'entry', 'position', 'salt', 'body'], bytes: ['salt'], order: same('entry, position') },
  { name: 'kept_erasures', columns: ['register', 'entry', 'position', 'erased_by'], order: same('entry, position') },
  { name: 'kept_checkpoints', columns: ['register', 'size', 'note'], order: same('size') },
  { name: 'kept_cosignatures', columns: ['register', 'size', 'line'], order: { postgres: 'came', sqlite: 'rowid' } },
  { name: 'current_records', columns: ['register', 'kind', 'id', 'version', 'valid_from', 'valid_until', 'entry', 'body'], order: same('kind, id, version') },
];
