/**
 * Cuts CSV text that comes in pieces into rows. Double quotes enclose fields and are doubled inside them; a backslash takes the
 * meaning from a quote, a delimiter or another backslash, and is dropped before anything else.
 * Source: AWS, "ItemReader (Map)", on how CSV files are parsed.
 */
export class CsvRows {
  readonly #delimiter: string;
  #field = '';
  #row: string[] = [];
  #quoted = false;
  /** The last character, where its meaning depends on the next: a backslash, or a quote inside quotes. */
  #pending: '\\' | '"' | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Takes the next piece of text and returns the rows that end in it. */
  push(text: string): string[][] {
    const rows: string[][] = [];
    for (const character of text) {
      if (this.#take(character)) {
        this.#endRow(rows);
      }
    }
    return rows;
  }

  /** The row that no line break ends. */
  end(): string[][] {
    const rows: string[][] = [];
    this.#pending = undefined;
    this.#endRow(rows);
    return rows;
  }

  /** Returns whether the character ends the row. */
  #take(character: string): boolean {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending === '\\') {
      this.#field += character;
      return false;
    }
    if (character === '\\') {
      this.#quoted = pending === '"' ? false : this.#quoted;
      this.#pending = '\\';
      return false;
    }
    return this.#quoted ? this.#takeQuoted(character, pending === '"') : this.#takePlain(character);
  }

  #takeQuoted(character: string, afterQuote: boolean): boolean {
    if (character === '"' && !afterQuote) {
      this.#pending = '"';
      return false;
    }
    if (!afterQuote || character === '"') {
      this.#field += character;
      return false;
    }
    this.#quoted = false;
    return this.#takePlain(character);
  }

  #takePlain(character: string): boolean {
    if (character === '"' && this.#field === '') {
      this.#quoted = true;
    } else if (character === this.#delimiter) {
      this.#row.push(this.#field);
      this.#field = '';
    } else if (character !== '\n' && character !== '\r') {
      this.#field += character;
    }
    return character === '\n';
  }

  /** An empty line is no row. */
  #endRow(rows: string[][]): void {
    if (this.#row.length > 0 || this.#field !== '') {
      rows.push([...this.#row, this.#field]);
    }
    this.#row = [];
    this.#field = '';
    this.#quoted = false;
  }
}
