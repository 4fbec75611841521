import type { JsonObject, JsonValue } from '../json.js';
import type { MapProgress } from './distributed/map-progress.js';

/** When a state was entered, and by which event. */
export interface Entry {
  readonly time: string;
  readonly eventId: number;
}

/** A state that a line of control has come to, with all that it needs to go on from there. */
export interface Position {
  readonly state: string;
  readonly input: JsonValue;
  readonly variables: JsonObject;
}

/** Where a line of control stands, so that a redrive can go on there; its children are branches, or iterations. */
export class Checkpoint {
  /** The run of the distributed Map that the line is in. */
  mapProgress: MapProgress | undefined;
  #position: Position | undefined;
  #entry: Entry | undefined;
  #result: { readonly output: JsonValue } | undefined;
  readonly #children = new Map<number, Checkpoint>();

  /** The state that the line is in; undefined before the first, and after the last. */
  get position(): Position | undefined {
    return this.#position;
  }

  /** How the state was entered; undefined where it was not. */
  get entry(): Entry | undefined {
    return this.#entry;
  }

  /** What the line came to; undefined as long as it has not come to its end. */
  get result(): { readonly output: JsonValue } | undefined {
    return this.#result;
  }

  /** The line comes to a state. */
  moveTo(position: Position): void {
    this.#position = position;
    this.#entry = undefined;
    this.restart();
  }

  /** The line has entered the state. */
  enter(entry: Entry): void {
    this.#entry = entry;
  }

  /** The state begins anew: what its branches have done is forgotten. */
  restart(): void {
    this.#children.clear();
    this.mapProgress = undefined;
  }

  /** The line has come to its end. */
  finish(output: JsonValue): void {
    this.#position = undefined;
    this.#result = { output };
    this.restart();
  }

  /** The checkpoint of a branch, or of an iteration. */
  child(index: number): Checkpoint {
    const known = this.#children.get(index);
    if (known !== undefined) {
      return known;
    }
    const child = new Checkpoint();
    this.#children.set(index, child);
    return child;
  }
}
