/** A record of a CSV file. */
export interface CsvRecord {
  /** The line that it begins in, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads the records of a CSV file as RFC 4180 has them, from its text in pieces of any length. Nothing but the record at hand is kept. A
 * line without any character is no record.
 */
export async function* parseCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader();
  for await (const piece of text) yield* reader.read(piece);
  // What is behind the last line's end is nothing, or a line without an end.
  yield* reader.read('\n');
}

class RecordReader {
  #line = 1;
  /** The line that the record begins in, once it has begun. */
  #start: number | undefined;
  #field = '';
  #fields: string[] = [];
  #isQuoted = false;
  /** Behind the quote that ends a quoted field, unless it is the first of two that stand for one. */
  #isBehindQuote = false;

  *read(piece: string): Generator<CsvRecord> {
    for (const character of piece) {
      const wasBehindQuote = this.#isBehindQuote;
      this.#isBehindQuote = false;
      if (character !== '\n' && character !== '\r') this.#start ??= this.#line;
      if (this.#isQuoted) this.#readQuoted(character);
      else if (character === '"') this.#openQuote(wasBehindQuote);
      else if (character === ',') this.#endField();
      else if (character === '\n') yield* this.#endRecord();
      else if (character !== '\r') this.#field += character;
      if (character === '\n') this.#line += 1;
    }
  }

  #readQuoted(character: string): void {
    if (character === '"') {
      this.#isQuoted = false;
      this.#isBehindQuote = true;
    } else {
      this.#field += character;
    }
  }

  #openQuote(wasBehindQuote: boolean): void {
    if (wasBehindQuote) this.#field += '"';
    this.#isQuoted = true;
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = '';
  }

  *#endRecord(): Generator<CsvRecord> {
    if (this.#start === undefined) return;
    this.#endField();
    yield { line: this.#start, fields: this.#fields };
    this.#fields = [];
    this.#start = undefined;
  }
}
