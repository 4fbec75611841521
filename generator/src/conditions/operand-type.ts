import type { Conjunction } from '../json-schema/conjunction.js';
import { finiteValues, typesOf } from '../json-schema/values.js';
import { quote } from '../quote.js';
import { describeOperand, type OperandSchema } from './describe-operand.js';
import { type ExpressionScope, isCertain, isRestOfKey, keyProblem, schemasOf } from './expression-scope.js';
import { type Facts, factName } from './facts.js';
import type { Problem } from './problem.js';
import type { Literal, OperandTree } from './tree.js';
import { unknownPropertyMessage } from './unknown-property.js';
import { eitherType, ofTypes, type ScalarType, typeOfValues, type ValueType } from './value-type.js';

/** What is known of an operand where some facts hold: its type, or why it cannot be used. Neither where a schema is itself at fault. */
export function operandType(
  scope: ExpressionScope,
  operand: OperandTree,
  facts: Facts,
): { readonly type?: ValueType; readonly problem?: Problem } {
  const { key, path, measure } = operand;
  const isThere = (length: number): boolean => facts.exists.has(factName(key, path.slice(0, length)));
  if (isRestOfKey(scope, operand)) return {};
  const unsure = keyProblem(scope, operand, measure === 'exists' || isThere(0));
  if (unsure !== undefined) return { problem: unsure };
  const schema = describeOperand(schemasOf(scope, operand), path, scope.shared);
  if (schema.kind === 'doubtful') return {};
  if (schema.kind === 'unknown') return { problem: unknownProperty(operand, schema) };
  if (measure === 'exists') return { type: ofTypes('boolean') };
  const own = measure === 'count' ? countOf(schema.alternatives) : scalarOf(schema.alternatives);
  if (own === undefined) return { problem: wrongKind(scope, operand, schema.alternatives) };
  const unguarded = schema.optionalAt.some((index) => !isThere(index + 1));
  const missing = unguarded || !(isCertain(scope, operand) || isThere(0));
  return { type: narrowedBy({ ...own, missing }, facts, factName(key, path)) };
}

/** An operand as messages name it. */
export function operandText({ source }: ExpressionScope, { range }: OperandTree): string {
  return source.slice(...range);
}

const scalars: ReadonlySet<string> = new Set<ScalarType>(['string', 'integer', 'number', 'boolean', 'null']);

function scalarOf(alternatives: readonly Conjunction[]): ValueType | undefined {
  const types = alternatives.map((parts): ValueType | undefined => {
    const values = finiteValues(parts);
    const own = typesOf(parts);
    if (own === undefined || own.some((type) => !scalars.has(type))) return undefined;
    if (values !== undefined) return typeOfValues(values as readonly Literal[]);
    const type = ofTypes(...(own as readonly ScalarType[]));
    return own.every((name) => name === 'boolean') ? { ...type, values: [true, false] } : type;
  });
  const [first, ...others] = types;
  return others.reduce((left, right) => left && right && eitherType(left, right), first);
}

function countOf(alternatives: readonly Conjunction[]): ValueType | undefined {
  const lists = alternatives.every((parts) => typesOf(parts)?.every((type) => type === 'array') ?? false);
  return lists && alternatives.length > 0 ? ofTypes('integer') : undefined;
}

function narrowedBy(type: ValueType, facts: Facts, name: string): ValueType {
  const only = facts.only.get(name);
  const never = facts.never.get(name) ?? [];
  const types = new Set([...type.types].filter((own) => own !== 'null' || !never.includes(null)));
  const listed = only?.filter((value) => type.values?.includes(value) ?? true) ?? type.values;
  if (listed === undefined) return { ...type, types };
  const values = listed.filter((value) => !never.includes(value));
  return values.length === 0
    ? { types, values, missing: type.missing }
    : { ...typeOfValues(values), missing: type.missing };
}

function unknownProperty(operand: OperandTree, schema: Extract<OperandSchema, { kind: 'unknown' }>): Problem {
  const range = operand.pathRanges[schema.index] ?? operand.keyRange;
  return { code: 'unknown-property', message: unknownPropertyMessage(operand, schema), range };
}

function wrongKind(
  scope: ExpressionScope,
  operand: OperandTree,
  alternatives: readonly Conjunction[],
): Problem {
  const { measure, range } = operand;
  const text = quote(operandText(scope, operand));
  const types = alternatives.flatMap((parts) => typesOf(parts) ?? []);
  const isAny = alternatives.some((parts) => typesOf(parts) === undefined);
  const code = 'not-a-scalar' as const;
  if (measure === 'count') {
    const message = `${text} is not certainly a list by its schema, so that "$count" cannot count it. It should have "type: array".`;
    return { code, message, range };
  }
  if (isAny || types.length === 0) {
    const reason =
      schemasOf(scope, operand).length === 0
        ? `the output ${quote(operand.key)} has no schema`
        : 'its schema does not say more';
    const message = `${text} may be any value, since ${reason}. An expression needs a schema by which it is text, a number, true or false, or null.`;
    return { code, message, range };
  }
  const list = types.includes('array') ? ' "$count" tells how many items a list has.' : '';
  const message = `${text} may be ${types.includes('array') ? 'a list' : 'an object'}. An expression takes text, numbers, true, false and null.${list}`;
  return { code, message, range };
}
