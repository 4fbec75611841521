import jsonata from 'jsonata';
import { type Looks, typeOf, wild } from './samples.js';

/** A part of an expression, as far as these tests have them. */
export interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly steps?: readonly Node[];
  readonly lhs?: Node;
  readonly rhs?: Node;
  readonly condition?: Node;
  readonly then?: Node;
  readonly else?: Node;
  readonly expression?: Node;
  readonly expressions?: readonly Node[];
  readonly procedure?: Node;
  readonly arguments?: readonly Node[];
}

/** What some situation shows to be wrong with an expression. */
export class Misuse extends Error {}

/** The tree of an expression. */
export function treeOf(source: string): Node {
  return jsonata(source).ast() as Node;
}

/** Each reference of an expression: a key, and the properties behind it. */
export function referencesIn(node: Node): string[][] {
  if (node.type === 'path') return [(node.steps ?? []).map(({ value }) => String(value))];
  return partsOf(node).flatMap(referencesIn);
}

/** The numbers and texts of an expression. */
export function literalsIn(node: Node): unknown[] {
  return node.type === 'number' || node.type === 'string' ? [node.value] : partsOf(node).flatMap(literalsIn);
}

function partsOf(node: Node): Node[] {
  const { lhs, rhs, condition, then, else: otherwise, expression, expressions = [] } = node;
  const own = node.type === 'function' ? (node.arguments ?? []) : [];
  return [lhs, rhs, condition, then, otherwise, expression, ...expressions, ...own].filter(
    (part) => part !== undefined,
  );
}

/** References as a tree of names. */
export function looksOf(references: readonly (readonly string[])[]): Looks {
  const names = [...new Set(references.flatMap(([first]) => first ?? []))];
  return new Map(
    names.map((name) => [
      name,
      looksOf(
        references.filter(([first, ...rest]) => first === name && rest.length > 0).map(([, ...rest]) => rest),
      ),
    ]),
  );
}

/** The values that a situation has, and what was compared with what in any situation so far. */
export interface Situation {
  readonly values: ReadonlyMap<string, unknown>;
  readonly compared: Map<Node, readonly [Set<string>, Set<string>]>;
}

const missing = undefined;

/** Evaluates an expression in one situation as strictly as the language promises; throws a Misuse. */
export function evaluate(node: Node, situation: Situation): unknown {
  const sure = (part: Node | undefined): unknown => scalar(part, situation, false);
  switch (node.type) {
    case 'number':
    case 'string':
    case 'value':
      return node.value;
    case 'path':
      return lookUp(node, situation);
    case 'block':
      return evaluate(node.expressions?.[0] as Node, situation);
    case 'unary':
      return -number(sure(node.expression));
    case 'condition':
      return evaluate((truth(node.condition, situation) ? node.then : node.else) as Node, situation);
    case 'function':
      return call(node, situation);
    default:
      return binary(node, situation);
  }
}

/** An expression as a condition: what is missing or null, and stands for itself, counts as false. */
export function truth(node: Node | undefined, situation: Situation): boolean {
  if (node?.type === 'block') return truth(node.expressions?.[0], situation);
  if (node?.type === 'condition')
    return truth(truth(node.condition, situation) ? node.then : node.else, situation);
  const value = scalar(node, situation, node?.type === 'path');
  if (typeof value === 'boolean') return value;
  if (node?.type === 'path' && (value === missing || value === null)) return false;
  throw new Misuse(`${String(value)} is neither true nor false`);
}

function binary(node: Node, situation: Situation): unknown {
  const { value: operator, lhs, rhs } = node;
  if (operator === 'and') return truth(lhs, situation) && truth(rhs, situation);
  if (operator === 'or') return truth(lhs, situation) || truth(rhs, situation);
  if (operator === '=' || operator === '!=') {
    const mayMiss = operator === '=' || [lhs, rhs].some((side) => side?.value === null);
    const [left, right] = [lhs, rhs].map((side) => scalar(side, situation, mayMiss));
    note(node, left, right, situation);
    return left !== missing && right !== missing && (left === right) === (operator === '=');
  }
  if (operator === 'in') {
    const left = scalar(lhs, situation, true);
    const items = rhs?.expressions ?? [];
    for (const item of items) note(item, left, item.value, situation);
    return items.some((item) => item.value === left);
  }
  const [left, right] = [scalar(lhs, situation, false), scalar(rhs, situation, false)];
  if (operator === '&') return `${left}${right}`;
  if (['<', '<=', '>', '>='].includes(String(operator))) return order(String(operator), left, right);
  const [one, other] = [number(left), number(right)];
  if (operator === '+') return one + other;
  if (operator === '-') return one - other;
  if (operator === '*') return one * other;
  return operator === '%' ? one % other : one / other;
}

function order(operator: string, left: unknown, right: unknown): boolean {
  const fits = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string');
  if (!fits) throw new Misuse(`${String(left)} and ${String(right)} have no order`);
  const isLess = (left as number) < (right as number);
  const isMore = (left as number) > (right as number);
  return { '<': isLess, '<=': !isMore, '>': isMore, '>=': !isLess }[operator] ?? false;
}

function call({ procedure, arguments: args = [] }: Node, situation: Situation): unknown {
  const name = String(procedure?.value);
  const [first] = args;
  if (name === 'exists') return lookUp(first as Node, situation, true) !== missing;
  if (name === 'not') return !truth(first, situation);
  if (name === 'count') {
    const list = lookUp(first as Node, situation);
    if (list !== missing && !Array.isArray(list)) throw new Misuse('no list to count');
    return list?.length;
  }
  const value = scalar(first, situation, false);
  if (name === 'length' && typeof value === 'string') return value.length;
  throw new Misuse(`$${name} of ${String(value)}`);
}

function note(node: Node, left: unknown, right: unknown, { compared }: Situation): void {
  const kinds = compared.get(node) ?? [new Set<string>(), new Set<string>()];
  compared.set(node, kinds);
  const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value);
  if (left !== missing) kinds[0].add(kindOf(left));
  if (right !== missing) kinds[1].add(kindOf(right));
}

/** Whether the two sides of some comparison are never of one kind; that a value is never null is no more than odd. */
export function hasHopeless({ compared }: Pick<Situation, 'compared'>): boolean {
  return [...compared.values()].some(
    ([left, right]) =>
      left.size > 0 && right.size > 0 && !right.has('null') && ![...left].some((kind) => right.has(kind)),
  );
}

function scalar(node: Node | undefined, situation: Situation, mayMiss: boolean): unknown {
  const value = evaluate(node as Node, situation);
  if (value === missing && !mayMiss) throw new Misuse('what may be missing');
  if (value === wild) throw new Misuse('what may be anything');
  const isScalar = value === missing || !['object', 'array'].includes(typeOf(value));
  if (!isScalar) throw new Misuse('an object or a list');
  return value;
}

function number(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new Misuse(`${String(value)} is no number`);
}

/** A key that is not there may only be asked for. */
function lookUp({ steps = [] }: Node, { values }: Situation, isAsked = false): unknown {
  const [key = '', ...path] = steps.map(({ value }) => String(value));
  if (!values.has(key) && !isAsked) throw new Misuse(`${key} is not there`);
  let value = values.get(key);
  for (const name of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : missing;
  }
  return value;
}
