/**
 * Compares two keys as S3 orders them: by their UTF-8 bytes.
 * Code units give the same order, except that a surrogate (a code point above U+FFFF) must come after U+E000 to U+FFFF.
 */
export function compareKeys(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** A set of keys in S3's order, searched by bisection, so that a list never walks over keys it does not show. */
export class SortedKeys {
  readonly #keys: string[] = [];

  get length(): number {
    return this.#keys.length;
  }

  at(index: number): string | undefined {
    return this.#keys[index];
  }

  add(key: string): void {
    const index = this.indexFrom(key);
    if (this.#keys[index] !== key) this.#keys.splice(index, 0, key);
  }

  remove(key: string): void {
    const index = this.indexFrom(key);
    if (this.#keys[index] === key) this.#keys.splice(index, 1);
  }

  /** The index of the first key that is not below `key`. */
  indexFrom(key: string): number {
    return this.#first((candidate) => compareKeys(candidate, key) >= 0);
  }

  /** The index of the first key above `key`. */
  indexAfter(key: string): number {
    return this.#first((candidate) => compareKeys(candidate, key) > 0);
  }

  /** The index of the first key behind all that begin with `prefix`. */
  indexPast(prefix: string): number {
    return this.#first((candidate) => !candidate.startsWith(prefix) && compareKeys(candidate, prefix) > 0);
  }

  #first(matches: (candidate: string) => boolean): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (matches(this.#keys[middle] as string)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
