import type { JsonValue } from '../../../json.js';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * Finds the items of one array in JSON text that comes in pieces, and holds no more of it than one item. `pointer` names the
 * array by the keys that lead to it; none for the whole text.
 */
export class JsonItems {
  readonly #pointer: readonly string[];
  /** How many keys of the pointer have been followed. */
  #followed = 0;
  #depth = 0;
  /** Depth inside of the array; undefined before it begins. */
  #arrayDepth: number | undefined;
  #done = false;
  #inString = false;
  #escaped = false;
  /** The text of the item, or of the string, so far: that of earlier pieces. */
  #kept = '';
  #lastString = '';
  #keyMatches = false;

  constructor(pointer: readonly string[]) {
    this.#pointer = pointer;
    this.#keyMatches = pointer.length === 0;
  }

  /** Whether the array has been found and has ended. */
  get complete(): boolean {
    return this.#done;
  }

  /** Takes the next piece of text and returns the items that end in it. Throws `SyntaxError`. */
  push(text: string): JsonValue[] {
    const items: JsonValue[] = [];
    let start = 0;
    for (let index = 0; index < text.length && !this.#done; index += 1) {
      const code = text.charCodeAt(index);
      if (this.#inString) {
        this.#insideString(code);
        if (!this.#inString && this.#arrayDepth === undefined) {
          this.#lastString = this.#kept + text.slice(start, index + 1);
        }
      } else if (code === quote) {
        this.#inString = true;
        if (this.#arrayDepth === undefined) {
          this.#kept = '';
          start = index;
        }
      } else if (this.#arrayDepth === undefined) {
        this.#seek(code);
        start = index + 1;
        this.#kept = '';
      } else if (this.#endsItem(code)) {
        const item = (this.#kept + text.slice(start, index)).trim();
        if (item !== '') {
          items.push(JSON.parse(item) as JsonValue);
        }
        this.#kept = '';
        start = index + 1;
      }
    }
    this.#kept += this.#done ? '' : text.slice(start);
    return items;
  }

  #insideString(code: number): void {
    if (this.#escaped) {
      this.#escaped = false;
    } else if (code === backslash) {
      this.#escaped = true;
    } else if (code === quote) {
      this.#inString = false;
    }
  }

  /** Looks for the array: at the depth of the next key of the pointer only that key's value is entered. */
  #seek(code: number): void {
    if (code === colon) {
      const expected = this.#pointer[this.#followed];
      this.#keyMatches = this.#depth === this.#followed + 1 && JSON.parse(this.#lastString) === expected;
      this.#followed += this.#keyMatches ? 1 : 0;
    } else if (code === openBrace || code === openBracket) {
      const found = this.#keyMatches && this.#followed === this.#pointer.length;
      this.#depth += 1;
      this.#keyMatches = false;
      this.#arrayDepth = found && code === openBracket ? this.#depth : undefined;
    } else if (code === closeBrace || code === closeBracket) {
      this.#depth -= 1;
      // The value of the last key that was followed has ended without the array.
      this.#followed = Math.min(this.#followed, Math.max(this.#depth - 1, 0));
    } else if (code === comma) {
      this.#followed -= this.#keyMatches ? 1 : 0;
      this.#keyMatches = false;
    }
  }

  #endsItem(code: number): boolean {
    const outside = this.#depth === this.#arrayDepth;
    if (code === openBrace || code === openBracket) {
      this.#depth += 1;
    } else if (code === closeBrace || code === closeBracket) {
      this.#depth -= 1;
      this.#done = outside;
    }
    return outside && (code === comma || this.#done);
  }
}
