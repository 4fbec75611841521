import type { ItemRange } from '../contract/event.js';
import {
  backslash,
  closeList,
  closeObject,
  colon,
  comma,
  openList,
  openObject,
  quote,
  space,
} from '../json/json-marks.js';

/** What an open array or object is, where it is no object on the path; of one on the path it is known how many names have led to it. */
const aside = -1;
const theList = -2;

/**
 * Finds where the items of a list stand in JSON text that comes in pieces, so that neither text nor items are ever held. The text must be
 * known to be JSON. Of two properties of one name the last counts, as with JSON.parse.
 */
export class ItemScanner {
  readonly #path: readonly string[];
  readonly #batch: number;
  readonly #open: number[] = [];
  #ranges: ItemRange[] = [];
  #items = 0;
  /** Of the next byte. */
  #position: number;
  #state: 'between' | 'inText' | 'inName' = 'between';
  #escaped = false;
  /** Whether the next text is the name of a property that could be the path's. */
  #isNameNext = false;
  /** The name that is being read, quotes included. */
  #name: number[] = [];
  /** How many names have led to the value that comes next; `aside` where it is not on the path. */
  #next = 0;
  /** Where the item began that is being read; -1 between items. */
  #item = -1;

  /**
   * @param path Names of properties that lead to the list; none, where the text is the list.
   * @param batch How many items make one range.
   * @param offset What stands before the first piece, in bytes.
   */
  constructor(path: readonly string[], batch: number, offset = 0) {
    this.#path = path;
    this.#batch = batch;
    this.#position = offset;
  }

  /** How many items the list has, as far as it was read. */
  get items(): number {
    return this.#items;
  }

  /** One range for each batch of items, as far as the list was read. */
  get ranges(): readonly ItemRange[] {
    return this.#ranges;
  }

  /** Reads the next piece. */
  push(piece: Uint8Array): void {
    for (let index = 0; index < piece.length; index += 1) {
      const byte = piece[index] ?? 0;
      if (this.#state !== 'between') this.#readText(byte);
      else if (byte > space && byte !== colon) this.#readMark(byte);
      this.#position += 1;
    }
  }

  #readText(byte: number): void {
    if (this.#state === 'inName') this.#name.push(byte);
    if (this.#escaped) {
      this.#escaped = false;
    } else if (byte === backslash) {
      this.#escaped = true;
    } else if (byte === quote) {
      if (this.#state === 'inName') this.#endName();
      this.#state = 'between';
    }
  }

  #endName(): void {
    const level = this.#open.at(-1) ?? aside;
    const name: unknown = JSON.parse(Buffer.from(this.#name).toString());
    this.#next = name === this.#path[level] ? level + 1 : aside;
  }

  #readMark(byte: number): void {
    const inside = this.#open.at(-1);
    if (byte === closeObject || byte === closeList) {
      if (inside === theList) this.#endItem();
      this.#open.pop();
      this.#isNameNext = false;
    } else if (byte === comma) {
      if (inside === theList) this.#endItem();
      this.#isNameNext = inside !== undefined && inside >= 0;
    } else if (byte === quote && this.#isNameNext) {
      this.#isNameNext = false;
      this.#state = 'inName';
      this.#name = [quote];
    } else {
      this.#beginValue(byte, inside);
    }
  }

  /** Also met within numbers and words, of which each mark is taken for the beginning of one. */
  #beginValue(byte: number, inside: number | undefined): void {
    if (inside === theList && this.#item < 0) this.#item = this.#position;
    const level = this.#next;
    this.#next = aside;
    if (level === this.#path.length) {
      this.#ranges = [];
      this.#items = 0;
    }
    if (byte === quote) this.#state = 'inText';
    if (byte !== openList && byte !== openObject) return;
    const isList = level === this.#path.length && byte === openList;
    const isOnPath = level !== aside && level < this.#path.length && byte === openObject;
    this.#open.push(isList ? theList : isOnPath ? level : aside);
    this.#isNameNext = isOnPath;
  }

  #endItem(): void {
    if (this.#item < 0) return;
    const last = this.#ranges.at(-1);
    if (last === undefined || this.#items % this.#batch === 0) {
      this.#ranges.push({ start: this.#item, end: this.#position });
    } else {
      this.#ranges[this.#ranges.length - 1] = { start: last.start, end: this.#position };
    }
    this.#items += 1;
    this.#item = -1;
  }
}
