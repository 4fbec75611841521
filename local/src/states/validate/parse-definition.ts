import { isJsonObject, type JsonObject } from '../json.js';
import type { Diagnostics } from './diagnostic.js';
import { checkDuplicateFields } from './duplicate-fields.js';

/** Source: AWS API reference, CreateStateMachine, parameter `definition`. */
const longestDefinition = 1_048_576;

/** Parses a definition's text to an object; reports where it is none. */
export function parseDefinition(text: string, diagnostics: Diagnostics): JsonObject | undefined {
  if (text.length > longestDefinition) {
    diagnostics.add('INVALID_JSON_DESCRIPTION', 'The definition is longer than 1 MiB', '');
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) {
      checkDuplicateFields(text, diagnostics);
      return value;
    }
    diagnostics.add('INVALID_JSON_DESCRIPTION', 'The definition is not a JSON object', '');
  } catch (error) {
    diagnostics.add('INVALID_JSON_DESCRIPTION', error instanceof Error ? error.message : String(error), '');
  }
  return undefined;
}
