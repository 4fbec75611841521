import { validationError } from '../errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';

/** The body of a request, read field by field. Each reader throws `ValidationException` where the field breaks the API's model. */
export class RequestBody {
  readonly #fields: JsonObject;

  constructor(fields: JsonObject) {
    this.#fields = fields;
  }

  /** A string that may be left out. */
  text(field: string): string | undefined {
    return this.#read(field, 'string', (value) => (typeof value === 'string' ? value : undefined));
  }

  /** A string that must be there. */
  required(field: string): string {
    const value = this.text(field);
    if (value === undefined) {
      throw validationError(`Value null at '${field}' failed to satisfy constraint: Member must not be null`);
    }
    return value;
  }

  /** A boolean that may be left out. */
  flag(field: string): boolean | undefined {
    return this.#read(field, 'boolean', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  /** A number of zero or more that may be left out. */
  number(field: string): number | undefined {
    return this.#read(field, 'number', (value) =>
      typeof value === 'number' && value >= 0 ? value : undefined,
    );
  }

  /** An object that may be left out. */
  object(field: string): JsonObject | undefined {
    return this.#read(field, 'object', (value) => (isJsonObject(value) ? value : undefined));
  }

  /** A list that may be left out. */
  list(field: string): readonly JsonValue[] | undefined {
    return this.#read(field, 'list', (value) => (Array.isArray(value) ? value : undefined));
  }

  /** A number of results, 0 to 1000; 0 and none mean 100. */
  maxResults(): number {
    const value = this.#read('maxResults', 'integer', (field) =>
      typeof field === 'number' && Number.isInteger(field) && field >= 0 && field <= 1000 ? field : undefined,
    );
    return value || 100;
  }

  /** Refuses fields that would change what the operation does and are not served here. */
  refuse(...fields: readonly string[]): void {
    for (const field of fields) {
      const value = this.#fields[field] ?? null;
      if (value !== null && value !== false) {
        throw validationError(`Value at '${field}' is not supported by this endpoint`);
      }
    }
  }

  #read<T>(field: string, expected: string, convert: (value: JsonValue) => T | undefined): T | undefined {
    const value = this.#fields[field] ?? null;
    if (value === null) {
      return undefined;
    }
    const converted = convert(value);
    if (converted === undefined) {
      throw validationError(
        `Value at '${field}' failed to satisfy constraint: Member must be a valid ${expected}`,
      );
    }
    return converted;
  }
}
