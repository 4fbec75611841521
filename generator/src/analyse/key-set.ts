/** The output keys of a workflow by number, in source order. */
export interface KeyIndex {
  readonly keys: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Numbers keys; one that comes twice keeps its first number. */
export function keyIndex(keys: Iterable<string>): KeyIndex {
  const distinct = [...new Set(keys)];
  return { keys: distinct, numbers: new Map(distinct.map((key, number) => [key, number])) };
}

/**
 * A set of output keys as bits. A workflow of a thousand steps has two thousand sets of up to a thousand keys, which would
 * take longer to fill as ordinary sets than everything else that the compiler does.
 */
export class KeySet implements ReadonlySet<string> {
  readonly #index: KeyIndex;
  readonly #bits: Uint32Array;

  constructor(index: KeyIndex, bits: Uint32Array = new Uint32Array(Math.ceil(index.keys.length / 32))) {
    this.#index = index;
    this.#bits = bits;
  }

  get size(): number {
    return this.#list().length;
  }

  has(key: string): boolean {
    const number = this.#index.numbers.get(key);
    return number !== undefined && this.hasNumber(number);
  }

  /** Whether the key of this number in the index is in the set. */
  hasNumber(number: number): boolean {
    return (((this.#bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }

  /** This set and one more key of the index. */
  with(key: string): KeySet {
    const number = this.#index.numbers.get(key);
    if (number === undefined || this.hasNumber(number)) return this;
    const bits = this.#bits.slice();
    bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
    return new KeySet(this.#index, bits);
  }

  /** The keys that are in both sets, which must have one index. This very set where nothing is taken from it. */
  intersection(other: KeySet): KeySet {
    return this.#combined(other, (own, others) => own & others);
  }

  /** The keys that are in either set; both must have one index. This very set where nothing is added to it. */
  union(other: KeySet): KeySet {
    return this.#combined(other, (own, others) => own | others);
  }

  equals(other: KeySet): boolean {
    return this === other || this.#bits.every((word, at) => word === other.#bits[at]);
  }

  forEach(action: (value: string, key: string, set: ReadonlySet<string>) => void): void {
    for (const key of this) action(key, key, this);
  }

  keys(): SetIterator<string> {
    return this.values();
  }

  values(): SetIterator<string> {
    return new Set(this.#list()).values();
  }

  entries(): SetIterator<[string, string]> {
    return new Set(this.#list()).entries();
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }

  /** Most sets that meet are equal or nearly so, and a copy costs more than a comparison. */
  #combined(other: KeySet, combine: (own: number, others: number) => number): KeySet {
    if (this === other) return this;
    let bits: Uint32Array | undefined;
    for (let at = 0; at < this.#bits.length; at += 1) {
      const own = this.#bits[at] ?? 0;
      const combined = combine(own, other.#bits[at] ?? 0) >>> 0;
      if (combined === own) continue;
      bits ??= this.#bits.slice();
      bits[at] = combined;
    }
    return bits === undefined ? this : new KeySet(this.#index, bits);
  }

  #list(): string[] {
    return this.#index.keys.filter((_, number) => this.hasNumber(number));
  }
}
