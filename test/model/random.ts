/** A source of random numbers that a seed repeats. */
export class Random {
  #state: number;

  constructor(...seed: readonly (number | string)[]) {
    this.#state = 0x811c9dc5;
    for (const letter of seed.join('/')) {
      this.#state = Math.imul(this.#state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    }
  }

  /** A whole number from 0, smaller than the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}
