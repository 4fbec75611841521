import type { JsonSchema } from '../../model/service.js';
import { docComment, literal, propertyName } from '../code/literal.js';
import { isObject } from '../schema/subschemas.js';

/** Keywords that say something of values but nothing of their type in TypeScript. */
const silent = new Set([
  'description',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
]);

const primitives: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/**
 * The type of a plain schema, or `undefined` for one that takes json-schema-to-typescript: what most specs hold (objects
 * of named properties, arrays, literals) is printed here, so that they need not load it.
 */
export function printType(schema: JsonSchema, indent = ''): string | undefined {
  if (!isObject(schema)) return undefined;
  const keywords = Object.keys(schema).filter((keyword) => !silent.has(keyword));
  const only = (...allowed: string[]): boolean => keywords.every((keyword) => allowed.includes(keyword));
  if (typeof schema.tsType === 'string') return schema.tsType;
  if (only('const') && isScalar(schema.const)) return printScalar(schema.const);
  if (only('type', 'enum') && Array.isArray(schema.enum) && schema.enum.every(isScalar)) {
    return schema.enum.length === 0 ? undefined : schema.enum.map(printScalar).join(' | ');
  }
  if (typeof schema.type !== 'string') return undefined;
  if (only('type') && Object.hasOwn(primitives, schema.type)) return primitives[schema.type];
  if (schema.type === 'array' && only('type', 'items')) return printArray(schema.items, indent);
  if (schema.type === 'object' && only('type', 'properties', 'required', 'additionalProperties')) {
    return printObject(schema, indent);
  }
  return undefined;
}

function printArray(items: unknown, indent: string): string | undefined {
  const item = printType(items as JsonSchema, indent);
  if (item === undefined) return undefined;
  return / \| /.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

function printObject(schema: Readonly<Record<string, unknown>>, indent: string): string | undefined {
  const properties = schema.properties;
  const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
  if (!isObject(properties) || open) return undefined;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const names = Object.keys(properties);
  // A required property without a schema of its own is a type of its own kind.
  if (names.length === 0 || [...required].some((name) => !names.includes(name))) return undefined;
  const lines: string[] = [];
  for (const name of names) {
    const inner = properties[name] as JsonSchema;
    const type = printType(inner, `${indent}  `);
    if (type === undefined) return undefined;
    const description =
      isObject(inner) && typeof inner.description === 'string' ? inner.description : undefined;
    const mark = required.has(name) ? '' : '?';
    lines.push(
      `${docComment(description, `${indent}  `)}${indent}  ${propertyName(name)}${mark}: ${type};\n`,
    );
  }
  return `{\n${lines.join('')}${indent}}`;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function printScalar(value: string | number | boolean | null): string {
  return value === null ? 'null' : literal(value);
}
