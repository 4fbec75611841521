/** Where outputs are kept: those of an execution, or those of an iteration, which sees the ones around it too. */
export class Frame {
  readonly stored = new Map<string, unknown>();
  /** The frames of iterations, in the order in which they were begun. */
  readonly within: Frame[] = [];
  /** The maps around, outermost first, and what each calls its item. */
  readonly maps: readonly string[];
  /** Numbers of the iterations, with dots between. */
  readonly iteration: string;
  readonly #outer: Frame | undefined;
  readonly #name: string;

  constructor(outer?: Frame, map = '', name = '', number = 0) {
    this.#outer = outer;
    this.#name = name;
    this.maps = outer === undefined ? [] : [...outer.maps, map];
    this.iteration =
      outer === undefined ? '' : [...outer.iteration.split('.').filter(Boolean), number].join('.');
  }

  /** A frame within: the same one when it is asked for again. */
  iterationOf(map: string, visit: number, number: number): Frame {
    const name = `${map} ${visit} ${number}`;
    const known = this.within.find((frame) => frame.#name === name);
    if (known !== undefined) return known;
    const frame = new Frame(this, map, name, number);
    this.within.push(frame);
    return frame;
  }

  get(key: string): unknown {
    return this.stored.has(key) ? this.stored.get(key) : this.#outer?.get(key);
  }

  /** Every frame that lies in just these maps. */
  framesOf(maps: readonly string[]): Frame[] {
    if (maps.length === this.maps.length) return [this];
    return this.within
      .filter((frame) => frame.maps.every((map, at) => map === maps[at]))
      .flatMap((frame) => frame.framesOf(maps));
  }
}
