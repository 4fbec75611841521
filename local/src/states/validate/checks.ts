import { expressionIn } from '../expressions/template.js';
import { isJsonObject, type JsonValue } from '../json.js';

/** Takes what is wrong, and where. */
export type Report = (message: string, location: string) => void;

/** Looks at one value of a definition and reports what is wrong with it. */
export type Check = (value: JsonValue, location: string, report: Report) => void;

/** Any value. */
export const anything: Check = () => undefined;

/** A string. */
export const text: Check = (value, location, report) => {
  if (typeof value !== 'string') {
    report('The value must be a string', location);
  }
};

/** One of the values. */
export function oneOf(...allowed: readonly JsonValue[]): Check {
  return (value, location, report) => {
    if (!allowed.includes(value)) {
      report(`The value must be ${allowed.map((item) => JSON.stringify(item)).join(' or ')}`, location);
    }
  };
}

/** A number within limits, both included. */
export function numberWithin(min: number, max: number): Check {
  return (value, location, report) => {
    if (typeof value !== 'number' || value < min || value > max) {
      report(`The value must be a number between ${min} and ${max}`, location);
    }
  };
}

/** A whole number within limits, both included. */
export function integerWithin(min: number, max: number): Check {
  return (value, location, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
      report(`The value must be an integer between ${min} and ${max}`, location);
    }
  };
}

/** A `{% … %}` string, or what the check asks for. */
export function expressionOr(check: Check): Check {
  return (value, location, report) => {
    if (typeof value !== 'string' || expressionIn(value) === undefined) {
      check(value, location, report);
    }
  };
}

/** A `{% … %}` string and nothing else. */
export const expression: Check = expressionOr((_value, location, report) =>
  report('The value must be a JSONata expression, {% … %}', location),
);

/** A list with one item at least. */
export function listOf(check: Check): Check {
  return (value, location, report) => {
    if (!Array.isArray(value) || value.length === 0) {
      report('The value must be a list with one item at least', location);
      return;
    }
    for (const [index, item] of value.entries()) {
      check(item, `${location}[${index}]`, report);
    }
  };
}

/** The fields of an object. */
export interface FieldTable {
  readonly [field: string]: Check;
}

/** What is asked of an object beside its fields. */
export interface ObjectRules {
  /** How messages call the object: `a Task state`. */
  readonly what: string;
  readonly fields: FieldTable;
  readonly required?: readonly string[];
  /** Fields that ASL has and this implementation has not, with the reason. */
  readonly refused?: ReadonlyMap<string, string>;
}

/** An object that has the table's fields and no others. */
export function objectOf({ what, fields, required = [], refused }: ObjectRules): Check {
  return (value, location, report) => {
    if (!isJsonObject(value)) {
      report('The value must be an object', location);
      return;
    }
    const missing = required.filter((field) => value[field] === undefined);
    if (missing.length > 0) {
      report(`These fields are required: [${missing.join(', ')}]`, location);
    }
    for (const [field, item] of Object.entries(value)) {
      const check = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (check === undefined) {
        const reason = refused?.get(field) ?? `is not a field of ${what}`;
        report(`The field "${field}" ${reason}`, `${location}/${field}`);
      } else {
        check(item, `${location}/${field}`, report);
      }
    }
  };
}

/** Several checks of one value. */
export function all(...checks: readonly Check[]): Check {
  return (value, location, report) => {
    for (const check of checks) {
      check(value, location, report);
    }
  };
}
