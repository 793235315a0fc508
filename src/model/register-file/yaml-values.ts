import { isAlias, isMap, isScalar, type Alias, type Pair, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import type { Limits } from './limits.ts';
import { Unreadable, type Source, type Spot } from './source.ts';
import { tooDeep, Tree } from './tree.ts';

/** A value with how many values it holds in all and how deep they nest; `written` for a number. */
interface Built {
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
  readonly written?: string;
}

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|seq|map)$/;

/**
 * Turns a composed document into values with spots. An alias gives the very value of its anchor, so that a billion laughs cost nothing here;
 * each use still counts in full towards the limits, because whoever reads the values would walk them all.
 */
export class YamlValues {
  readonly #text: string;
  readonly #limits: Limits;
  readonly #tree: Tree;
  readonly #anchors: Map<string, Built | 'open'> = new Map();

  constructor(text: string, limits: Limits) {
    this.#text = text;
    this.#limits = limits;
    this.#tree = new Tree(limits);
  }

  read(contents: ParsedNode | null): Source {
    return this.#tree.done(contents === null ? null : this.#build(contents, 1).value);
  }

  #build(node: ParsedNode | Alias, depth: number): Built {
    const at = spotOfNode(node);
    if (depth > this.#limits.depth) throw tooDeep(at, this.#limits.depth);
    if (isAlias(node)) return this.#alias(node, at, depth);
    if (node.tag !== undefined && !CORE_TAG.test(node.tag)) throw tagRefused(node.tag, at);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, 'open');
    const built = isScalar(node) ? this.#scalar(node) : isMap(node) ? this.#map(node, depth) : this.#list(node, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, built);
    return built;
  }

  #scalar(node: Scalar): Built {
    const value = typeof node.value === 'bigint' ? Number(node.value) : node.value;
    return { value, size: 1, height: 0, ...(node.source === undefined ? {} : { written: node.source }) };
  }

  #map(node: YAMLMap, depth: number): Built {
    const map = this.#tree.map();
    let size = 1;
    let height = 0;
    for (const pair of node.items as readonly Pair<ParsedNode | null, ParsedNode | null>[]) {
      const { key, at } = this.#key(pair.key, node);
      const built = pair.value === null ? { value: null, size: 1, height: 0 } : this.#build(pair.value, depth + 1);
      this.#tree.put(map, key, at, built.value, pair.value === null ? at : spotOfNode(pair.value), built.written);
      size += built.size;
      height = Math.max(height, built.height);
    }
    return { value: map, size, height: height + 1 };
  }

  #list(node: YAMLSeq, depth: number): Built {
    const list = this.#tree.list();
    let size = 1;
    let height = 0;
    for (const item of node.items as readonly ParsedNode[]) {
      const built = this.#build(item, depth + 1);
      this.#tree.push(list, built.value, spotOfNode(item), built.written);
      size += built.size;
      height = Math.max(height, built.height);
    }
    return { value: list, size, height: height + 1 };
  }

  #alias(node: Alias, at: Spot, depth: number): Built {
    const built = this.#anchors.get(node.source);
    if (built === undefined) throw unknownAnchor(node.source, [...this.#anchors.keys()], at);
    if (built === 'open') throw new Unreadable({ spot: at, code: 'alias-inside-itself', tell: () => ({ sentence: `${quoted(`*${node.source}`)} stands inside the value that it repeats.`, found: node.source }) });
    this.#tree.count(built.size, at);
    if (depth + built.height > this.#limits.depth) throw tooDeep(at, this.#limits.depth);
    return built;
  }

  /** A key as written: `1:` and `true:` are the words `1` and `true`. */
  #key(node: ParsedNode | null, map: YAMLMap): { key: string; at: Spot } {
    const at = node === null ? spotOfNode(map) : spotOfNode(node);
    if (node === null || !isScalar(node) || (node.value === null && node.source === '') || (node.tag !== undefined && !CORE_TAG.test(node.tag))) {
      const found = this.#text.slice(at, at + 30);
      throw new Unreadable({ spot: at, code: 'key-not-words', tell: () => ({ sentence: `A key here is a list, a group, an alias or nothing: ${quoted(found)}. Give it a word.`, found }) });
    }
    const key = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    if (key === '<<') {
      throw new Unreadable({ spot: at, code: 'merge-key', tell: () => ({ sentence: '`<<` would merge another group into this one. Write the fields out: merge keys are not read.', found: key }) });
    }
    return { key, at };
  }
}

const spotOfNode = (node: { readonly range?: readonly number[] | null | undefined }): Spot => node.range?.[0] ?? 0;

const tagRefused = (tag: string, spot: Spot): Unreadable =>
  new Unreadable({ spot, code: 'tag-refused', tell: () => ({ sentence: `The tag ${quoted(tag.replace('tag:yaml.org,2002:', '!!'))} is not read. Remove it: a register needs no tags.`, found: tag }) });

const unknownAnchor = (name: string, anchors: readonly string[], spot: Spot): Unreadable =>
  new Unreadable({
    spot,
    code: 'alias-unknown',
    tell: () => ({ sentence: `No anchor ${quoted(`&${name}`)} stands before this.${didYouMean(name, anchors)} Put words that begin with \`*\` in quotes.`, found: name }),
  });
