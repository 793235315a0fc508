import { z } from 'zod';
import { shapeFaults } from '../guidance/shape-faults.ts';
import { readYamlFile, type YamlFile } from '../guidance/yaml-file.ts';
import { ok, refused, type Result } from '../kernel/result.ts';

/** Reads a file that is a list of one shape. Answers every fault of shape at once, each with file and line. @param name of the file in what is said of it */
export function loadList<S extends z.ZodType>(file: string, name: string, shape: S): Result<{ readonly items: readonly z.output<S>[]; readonly yaml: YamlFile }> {
  const yaml = readYamlFile(file, name);
  if (!yaml.ok) return yaml;
  const parsed = z.array(shape).safeParse(yaml.value.value);
  return parsed.success ? ok({ items: parsed.data, yaml: yaml.value }) : refused(...shapeFaults(parsed.error, yaml.value, [], yaml.value.value));
}
