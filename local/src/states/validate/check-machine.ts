import { isJsonObject, type JsonObject } from '../json.js';
import { stateCheck } from './check-state.js';
import { type Check, integerWithin, objectOf, oneOf, text } from './checks.js';
import type { Diagnostics } from './diagnostic.js';
import { refusedFields } from './refused-fields.js';
import type { ScopeCheck, ScopeFields } from './scope-check.js';

/** Checks the form of a definition: every field known, of its type, and implemented. Returns whether it is sound. */
export function checkMachine(definition: JsonObject, diagnostics: Diagnostics): boolean {
  const before = diagnostics.all.length;
  const checkScope = scopeCheck(String(definition.QueryLanguage ?? 'JSONPath'));
  const machine = checkScope('a state machine', {
    Version: oneOf('1.0'),
    QueryLanguage: oneOf('JSONata', 'JSONPath'),
    TimeoutSeconds: integerWithin(1, 99_999_999),
  });
  machine(definition, '', (message, location) =>
    diagnostics.add('SCHEMA_VALIDATION_FAILED', message, location),
  );
  return diagnostics.all.length === before;
}

function scopeCheck(language: string): ScopeCheck {
  // Scopes hold states that hold scopes: the check of a state is made when the first scope is looked at.
  let state: Check | undefined;
  const checkScope = (what: string, extra: ScopeFields = {}): Check => {
    const states: Check = (value, location, report) => {
      state ??= stateCheck(language, checkScope);
      if (!isJsonObject(value) || Object.keys(value).length === 0) {
        report('The value must be an object with one state at least', location);
        return;
      }
      for (const [name, item] of Object.entries(value)) {
        if (name.length > 80) {
          report(`The name of the state "${name}" is longer than 80 characters`, `${location}/${name}`);
        }
        state(item, `${location}/${name}`, report);
      }
    };
    const fields = { Comment: text, StartAt: text, States: states, ...extra };
    return objectOf({ what, fields, required: ['StartAt', 'States'], refused: refusedFields });
  };
  return checkScope;
}
