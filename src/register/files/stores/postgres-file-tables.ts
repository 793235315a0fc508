/** What the app's role may do with the tables of files, beside reading them: erasure takes a file away. */
export const FILE_TABLES = { kept_files: ['INSERT', 'DELETE'], kept_file_parts: ['INSERT', 'DELETE'] } as const;

const KEY = 'text COLLATE "C" NOT NULL';

/** Kept as it comes: what people put is mostly packed already. */
export const CREATE_FILE_TABLES = `
CREATE TABLE kept_files (
  register ${KEY},
  digest ${KEY},
  bytes bigint NOT NULL,
  type text NOT NULL,
  PRIMARY KEY (register, digest)
);
CREATE TABLE kept_file_parts (
  register ${KEY},
  digest ${KEY},
  part integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (register, digest, part)
);
ALTER TABLE kept_file_parts ALTER COLUMN content SET STORAGE EXTERNAL;
`;

/** Each names the register for its transaction, so that row-level security lets the rows of that one through and no other. */
const ofRegister = (name: string, more: string, returns: string, query: string): string => `
CREATE FUNCTION ${name}(of_register text${more}) RETURNS ${returns} LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('answerable.register', of_register, true);
  ${query}
END $$;`;

export const CREATE_FILE_FUNCTIONS = [
  ofRegister('file_facts', ', of_digest text', 'TABLE (bytes bigint, type text)', 'RETURN QUERY SELECT f.bytes, f.type FROM kept_files f WHERE f.register = of_register AND f.digest = of_digest;'),
  ofRegister('file_part', ', of_digest text, of_part integer', 'bytea', 'RETURN (SELECT p.content FROM kept_file_parts p WHERE p.register = of_register AND p.digest = of_digest AND p.part = of_part);'),
  ofRegister('file_digests', ', after text, most integer', 'SETOF text', 'RETURN QUERY SELECT f.digest FROM kept_files f WHERE f.register = of_register AND f.digest > after ORDER BY f.digest LIMIT most;'),
  ofRegister('remove_file', ', of_digest text', 'boolean', `DELETE FROM kept_file_parts p WHERE p.register = of_register AND p.digest = of_digest;
  DELETE FROM kept_files f WHERE f.register = of_register AND f.digest = of_digest;
  RETURN FOUND;`),
].join('\n');
