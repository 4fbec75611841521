import type { CsvDelimiter, InputType, ReaderConfig } from '../../../definition/distributed-map.js';
import { isJsonObject, type JsonValue } from '../../../json.js';
import { CsvRows } from './csv-rows.js';
import { JsonItems } from './json-items.js';

/** Finds the items in text that comes in pieces. */
export type ItemFormat = (text: AsyncIterable<string>, config: ReaderConfig) => AsyncIterable<JsonValue>;

const csvDelimiters: Record<CsvDelimiter, string> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

/** Each format that is served. */
export const itemFormats: Readonly<Record<InputType, ItemFormat>> = {
  JSON: jsonItems,
  JSONL: jsonLines,
  CSV: csvItems,
};

async function* jsonItems(
  text: AsyncIterable<string>,
  { ItemsPointer: pointer = '' }: ReaderConfig,
): AsyncGenerator<JsonValue> {
  const keys = pointer.split('/').slice(1);
  const items = new JsonItems(keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')));
  for await (const piece of text) {
    yield* items.push(piece);
  }
  if (!items.complete) {
    throw new Error('The text holds no array of JSON where one was expected.');
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  yield rest;
}

async function* jsonLines(text: AsyncIterable<string>): AsyncGenerator<JsonValue> {
  for await (const line of lines(text)) {
    if (line.trim() !== '') {
      yield JSON.parse(line) as JsonValue;
    }
  }
}

async function* csvItems(text: AsyncIterable<string>, config: ReaderConfig): AsyncGenerator<JsonValue> {
  const rows = new CsvRows(csvDelimiters[config.CSVDelimiter ?? 'COMMA']);
  let header = config.CSVHeaderLocation === 'GIVEN' ? config.CSVHeaders : undefined;
  const toItems = (found: readonly (readonly string[])[]): JsonValue[] => {
    const [first = [], ...others] = found;
    if (header === undefined && found.length > 0) {
      header = first.map((name, index) => (index === 0 ? name.replace(/^\uFEFF/, '') : name));
      return others.map((row) => toItem(header ?? [], row));
    }
    return found.map((row) => toItem(header ?? [], row));
  };
  for await (const piece of text) {
    yield* toItems(rows.push(piece));
  }
  yield* toItems(rows.end());
}

/** Fields that the row lacks are empty; those that the header lacks are skipped. */
function toItem(header: readonly string[], row: readonly string[]): JsonValue {
  const item: unknown = Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  return isJsonObject(item) ? item : {};
}
