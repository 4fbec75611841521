import type { Violation } from '../../schema/validators.js';
import type { DiagnosticCode } from '../codes.js';
import { errorAt, type Pointer } from '../diagnostic.js';
import { listOf, quote } from '../quote.js';
import { didYouMean, suggest } from '../suggest.js';
import { pointerOf } from './pointer-of.js';
import type { ShapeDiagnostic } from './shape-diagnostic.js';

/** What a violation of the JSON Schema means to the reader of the spec; `undefined` when another violation says it better. */
export function diagnosticOf(violation: Violation, spec: unknown): ShapeDiagnostic | undefined {
  return explanations[violation.keyword]?.(violation, pointerOf(violation.instancePath, spec));
}

type Explain = (violation: Violation, at: Pointer) => ShapeDiagnostic | undefined;

const explanations: Readonly<Record<string, Explain>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  type: wrongType,
  enum: wrongValue,
  pattern: wrongText,
  not: ruledOut,
  minimum: outOfRange,
  maximum: outOfRange,
  maxLength: outOfRange,
  minLength: emptyValue,
  minItems: emptyValue,
  uniqueItems: repeatedItem,
  minProperties: emptyValue,
  maxProperties: tooManyKeys,
};

function unknownKey({ params, parentSchema }: Violation, at: Pointer): ShapeDiagnostic {
  const key = String(params.additionalProperty);
  const known = Object.keys((parentSchema?.properties ?? {}) as object);
  const meant = suggest(key, known);
  const message = `The key ${quote(key)} means nothing ${placeOf(at)}.${didYouMean(key, known)}`;
  const more =
    meant === undefined ? ` Known keys are ${listOf(known.filter(isReady(parentSchema)), 'and')}.` : '';
  const found = errorAt('unknown-key', [...at, key], message + more, 'key');
  return meant === undefined ? found : { ...found, meant };
}

/** Whether a key of a map is supported already. */
function isReady(schema: Violation['parentSchema']): (key: string) => boolean {
  const properties = (schema?.properties ?? {}) as Readonly<Record<string, { $ref?: string }>>;
  return (key) => properties[key]?.$ref !== '#/$defs/later';
}

function missingKey({ params }: Violation, at: Pointer): ShapeDiagnostic {
  const key = String(params.missingProperty);
  const place = subjectOf(at);
  return {
    ...errorAt('missing-key', at, `${place} has no ${quote(key)}, which is required.`, 'key'),
    missing: [...at, key],
  };
}

function wrongType({ params, data }: Violation, at: Pointer): ShapeDiagnostic {
  const types = [params.type].flat().map((type) => typeNames[String(type)] ?? String(type));
  const wanted = types.filter((type) => type !== typeNames.null).join(' or ');
  return errorAt(
    'wrong-type',
    at,
    `${subjectOf(at)} is ${typeof data === 'boolean' ? data : typeNames[typeOf(data)]}. It should be ${wanted}.`,
  );
}

function wrongValue({ params, parentSchema, data }: Violation, at: Pointer): ShapeDiagnostic {
  const later = (parentSchema?.not as { const?: unknown } | undefined)?.const;
  const allowed = (params.allowedValues as unknown[]).filter((value) => value !== later);
  const message = `${subjectOf(at)} is ${quote(data)}. It may be ${listOf(allowed)}.`;
  return errorAt('wrong-value', at, message + didYouMean(String(data), allowed.map(String)));
}

function wrongText({ parentSchema, propertyName, data }: Violation, at: Pointer): ShapeDiagnostic {
  const code = (parentSchema?.['x-code'] ?? 'wrong-value') as DiagnosticCode;
  const hint = String(parentSchema?.['x-hint'] ?? '');
  if (propertyName !== undefined) {
    return errorAt(
      code,
      [...at, propertyName],
      `The name ${quote(propertyName)} cannot be used. ${hint}`,
      'key',
    );
  }
  return errorAt(code, at, `${subjectOf(at)} is ${quote(data)}. ${hint}`);
}

function ruledOut(violation: Violation, at: Pointer): ShapeDiagnostic {
  if (violation.parentSchema?.['x-code'] !== undefined) return wrongText(violation, at);
  const { data } = violation;
  const whole = Object.keys(violation.parentSchema?.not as object).length === 0;
  const said = whole ? quote(at.at(-1)) : quote(`${at.at(-1)}: ${data}`);
  return errorAt(
    'not-yet-supported',
    at,
    `${said} is not yet supported. It should be left out.`,
    whole ? 'key' : 'value',
  );
}

function outOfRange({ params, keyword, data }: Violation, at: Pointer): ShapeDiagnostic {
  const bound = keyword === 'minimum' ? 'at least' : 'at most';
  if (keyword === 'maxLength') {
    return errorAt(
      'out-of-range',
      at,
      `${subjectOf(at)} is longer than ${params.limit} characters, which is the limit.`,
    );
  }
  return errorAt('out-of-range', at, `${subjectOf(at)} is ${data}. It should be ${bound} ${params.limit}.`);
}

function emptyValue({ parentSchema }: Violation, at: Pointer): ShapeDiagnostic {
  const hint = String(parentSchema?.['x-hint'] ?? 'It should hold something or be left out.');
  return errorAt('empty-value', at, `${subjectOf(at)} is empty. ${hint}`);
}

function repeatedItem({ params, data }: Violation, at: Pointer): ShapeDiagnostic {
  const item = (data as readonly unknown[])[Number(params.i)];
  return errorAt('wrong-value', at, `${subjectOf(at)} names ${quote(item)} twice. Once is enough.`);
}

function tooManyKeys({ parentSchema, params, data }: Violation, at: Pointer): ShapeDiagnostic {
  const code = (parentSchema?.['x-code'] ?? 'out-of-range') as DiagnosticCode;
  const hint = String(parentSchema?.['x-hint'] ?? `It should have at most ${params.limit}.`);
  const found = errorAt(code, at, `${subjectOf(at)} has ${Object.keys(data as object).length} keys. ${hint}`);
  return { ...found, whole: true };
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function subjectOf(at: Pointer): string {
  const last = at.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number' ? `Entry ${last + 1} of ${quote(at.at(-2))}` : quote(last);
}

function placeOf(at: Pointer): string {
  return at.length === 0 ? 'at the top of the file' : `in ${subjectOf(at).replace(/^Entry/, 'entry')}`;
}
