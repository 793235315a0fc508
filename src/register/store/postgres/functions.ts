import { KEY_KIND } from '../store.ts';
import { SCHEMA } from './tables.ts';

/** What `keep` raises where the register is no longer as it was when the acts were decided. */
export const OUT_OF_STEP = 'AN001';

/*
 * Each of these names the register for the transaction, so that row-level security lets its rows through, and runs with the rights of
 * whoever calls it. One call is one round trip and, outside a transaction, one commit.
 */
const inRegister = `PERFORM set_config('answerable.register', of_register, true);`;
const SIZE = `(SELECT coalesce(max(number) + 1, 0) FROM ${SCHEMA}.kept_entries WHERE register = of_register)`;
const NEWEST = `(SELECT note FROM ${SCHEMA}.kept_checkpoints WHERE register = of_register ORDER BY size DESC LIMIT 1)`;

/** Rows that come as JSON, null where there are none. */
const into = (table: string, rows: string, columns: string, types: string): string =>
  `INSERT INTO ${SCHEMA}.${table} SELECT of_register, ${columns} FROM json_to_recordset(${rows}) AS given(${types})`;

const ENTRIES = into('kept_entries', 'entries', `number, recorded_at, person, post, act, reason, key, decode(leaf, 'hex')`, 'number integer, recorded_at text, person text, post text, act text, reason text, key text, leaf text');
const CHANGES = into('kept_changes', 'changes', 'entry, position, kind, id, valid_from, valid_until, digest', 'entry integer, position integer, kind text, id text, valid_from text, valid_until text, digest text');
const BODIES = into('kept_bodies', 'bodies', `entry, position, decode(salt, 'hex'), body`, 'entry integer, position integer, salt text, body text');
const CURRENT = into('current_records', 'rows', 'kind, id, version, valid_from, valid_until, entry, body', 'kind text, id text, version integer, valid_from text, valid_until text, entry integer, body text');
const ERASURES = into('kept_erasures', 'erased', 'entry, position, by', 'entry integer, position integer, by integer');

/**
 * Few statements, since each costs more than its rows do, and no joins, since a plan is kept that was made when the tables were empty.
 * `begun` is the size before the commit, `after` the one before this part of it.
 */
const KEEP = `CREATE FUNCTION keep(of_register text, begun integer, after integer, upon text, entries json, changes json, bodies json, erased json, cleared json, rows json, new_size integer, new_note text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  there integer;
  lowest integer;
  keyed integer[];
  gone record;
BEGIN
  PERFORM set_config('answerable.register', of_register, true), pg_advisory_xact_lock(hashtextextended(of_register, 0));
  there := ${SIZE};
  IF there <> after THEN
    RAISE EXCEPTION 'The register has % entries, not %.', there, after USING ERRCODE = '${OUT_OF_STEP}';
  END IF;
  IF upon IS NOT NULL AND upon IS DISTINCT FROM ${NEWEST} THEN
    RAISE EXCEPTION 'The newest checkpoint of the register is another one.' USING ERRCODE = '${OUT_OF_STEP}';
  END IF;
  IF after = 0 THEN
    INSERT INTO ${SCHEMA}.kept_registers (register) VALUES (of_register);
  END IF;
  IF cleared IS NOT NULL THEN
    FOR gone IN SELECT * FROM json_to_recordset(cleared) AS given(kind text, id text) LOOP
      DELETE FROM ${SCHEMA}.current_records c WHERE c.register = of_register AND c.kind = gone.kind AND c.id = gone.id;
    END LOOP;
  END IF;
  WITH new_entries AS (${ENTRIES}), new_changes AS (${CHANGES}), new_bodies AS (${BODIES}), new_current AS (${CURRENT})
    INSERT INTO ${SCHEMA}.kept_checkpoints SELECT of_register, new_size, new_note WHERE new_note IS NOT NULL;
  IF erased IS NOT NULL THEN
    FOR gone IN SELECT * FROM json_to_recordset(erased) AS given(entry integer, position integer) LOOP
      DELETE FROM ${SCHEMA}.kept_bodies b WHERE b.register = of_register AND b.entry = gone.entry AND b.position = gone.position;
    END LOOP;
    ${ERASURES};
    INSERT INTO ${SCHEMA}.kept_purge VALUES (true) ON CONFLICT DO NOTHING;
  END IF;
  -- Now and then: to look for them takes as long as to insert a row. Those of before were thinned when the last 256 were full.
  IF new_note IS NOT NULL AND begun >> 8 <> new_size >> 8 THEN
    lowest := (begun >> 8 << 8) - 1024;
    keyed := ARRAY(SELECT entry + 1 FROM ${SCHEMA}.kept_changes WHERE register = of_register AND entry >= lowest - 1 AND entry < new_size AND kind = '${KEY_KIND}');
    DELETE FROM ${SCHEMA}.kept_checkpoints WHERE register = of_register AND size >= lowest AND size < new_size - 1024 AND size % 256 <> 0 AND size <> ALL (keyed);
  END IF;
END $$;`;

const reading = (name: string, more: string, returns: string, query: string, settings = ''): string => `
CREATE FUNCTION ${name}(of_register text${more}) RETURNS ${returns} LANGUAGE plpgsql ${settings} AS $$
#variable_conflict use_column
BEGIN
  ${inRegister}
  ${query}
END $$;`;

const between = ', first integer, past integer';

export const CREATE_FUNCTIONS = [
  KEEP,
  reading('size_of', '', 'integer', `RETURN ${SIZE};`),
  reading('newest_checkpoint', '', 'text', `RETURN ${NEWEST};`),
  reading('entries_of', between, 'SETOF kept_entries', `RETURN QUERY SELECT * FROM ${SCHEMA}.kept_entries WHERE register = of_register AND number >= first AND number < past ORDER BY number;`),
  reading('changes_of', between, 'TABLE (entry integer, kind text, id text, valid_from text, valid_until text, digest text, salt bytea, body text, erased_by integer)', `RETURN QUERY
    SELECT c.entry, c.kind, c.id, c.valid_from, c.valid_until, c.digest, b.salt, b.body, e.erased_by
    FROM ${SCHEMA}.kept_changes c
    LEFT JOIN ${SCHEMA}.kept_bodies b ON b.register = of_register AND b.entry = c.entry AND b.position = c.position
    LEFT JOIN ${SCHEMA}.kept_erasures e ON e.register = of_register AND e.entry = c.entry AND e.position = c.position
    WHERE c.register = of_register AND c.entry >= first AND c.entry < past ORDER BY c.entry, c.position;`, 'SET plan_cache_mode = force_custom_plan'),
  reading('cosign', ', of_size integer, lines text[]', 'void', `INSERT INTO ${SCHEMA}.kept_cosignatures (register, size, line) SELECT of_register, of_size, line FROM unnest(lines) WITH ORDINALITY AS given(line, place) ORDER BY place ON CONFLICT DO NOTHING;`),
  reading('cosignatures_of', ', of_size integer', 'SETOF text', `RETURN QUERY SELECT line FROM ${SCHEMA}.kept_cosignatures WHERE register = of_register AND size = of_size ORDER BY came;`),
  reading('cosigned_sizes', '', 'SETOF integer', `RETURN QUERY SELECT DISTINCT size FROM ${SCHEMA}.kept_cosignatures WHERE register = of_register ORDER BY size DESC;`),
].join('\n');
