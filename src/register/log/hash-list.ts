const HASH_BYTES = 32;

/** SHA-256 hashes end to end in one growing block, so that a million of them are 32 MB and not a million objects. */
export class HashList {
  #bytes = new Uint8Array(HASH_BYTES * 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Uint8Array): void {
    if (hash.length !== HASH_BYTES) throw new RangeError(`A SHA-256 hash has 32 bytes, not ${hash.length}.`);
    const end = this.#length * HASH_BYTES;
    if (end === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(hash, end);
    this.#length += 1;
  }

  /** Keeps the first `length` hashes. @throws RangeError where there are fewer */
  cut(length: number): void {
    if (!(Number.isSafeInteger(length) && length >= 0 && length <= this.#length)) throw new RangeError(`There are ${this.#length} hashes: ${length} cannot be kept.`);
    this.#length = length;
  }

  /** A copy of `count` hashes end to end, from the `index`-th on. @throws RangeError where there are not so many. */
  slice(index: number, count = 1): Uint8Array {
    if (!(Number.isSafeInteger(index) && index >= 0 && count >= 0 && index + count <= this.#length)) {
      throw new RangeError(`There are ${this.#length} hashes: ${count} from ${index} on cannot be read.`);
    }
    return this.#bytes.slice(index * HASH_BYTES, (index + count) * HASH_BYTES);
  }
}
