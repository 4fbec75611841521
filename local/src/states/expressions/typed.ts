import type { JsonValue } from '../json.js';
import { EvaluationError, unexpectedType } from './evaluation-error.js';
import type { Bindings, Template } from './template.js';

/** The template's value as a whole number within the limits. Throws `EvaluationError`. */
export async function evaluateInteger(
  template: Template,
  field: string,
  bindings: Bindings,
  limits: { readonly min: number; readonly max: number },
): Promise<number> {
  const value = await evaluateNumber(template, field, bindings, limits);
  if (!Number.isInteger(value)) {
    throw unexpectedType(field, 'integer', value);
  }
  return value;
}

/** The template's value as a number within the limits. Throws `EvaluationError`. */
export async function evaluateNumber(
  template: Template,
  field: string,
  bindings: Bindings,
  limits: { readonly min: number; readonly max: number },
): Promise<number> {
  const value = await template.evaluate(bindings);
  if (typeof value !== 'number') {
    throw unexpectedType(field, 'number', value);
  }
  if (value < limits.min || value > limits.max) {
    throw new EvaluationError(
      field,
      `The value of the field '${field}' is ${value}; it must lie between ${limits.min} and ${limits.max}.`,
    );
  }
  return value;
}

/** The template's value as a string. Throws `EvaluationError`. */
export async function evaluateText(template: Template, field: string, bindings: Bindings): Promise<string> {
  const value = await template.evaluate(bindings);
  if (typeof value !== 'string') {
    throw unexpectedType(field, 'string', value);
  }
  return value;
}

/** The template's value as an array. Throws `EvaluationError`. */
export async function evaluateArray(
  template: Template,
  field: string,
  bindings: Bindings,
): Promise<readonly JsonValue[]> {
  const value = await template.evaluate(bindings);
  if (!Array.isArray(value)) {
    throw unexpectedType(field, 'array', value);
  }
  return value;
}
