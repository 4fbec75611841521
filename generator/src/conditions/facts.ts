import type { Literal, OperandTree, Tree } from './tree.js';

/** What is known to hold where a part of an expression is evaluated, because another part of it was true, or was not. */
export interface Facts {
  /** Operands, and what they lie in, that are certainly there. */
  readonly exists: ReadonlySet<string>;
  /** What the value of an operand can only be, and what it cannot be. */
  readonly only: ReadonlyMap<string, readonly Literal[]>;
  readonly never: ReadonlyMap<string, readonly Literal[]>;
}

/** Nothing is known. */
export const noFacts: Facts = { exists: new Set(), only: new Map(), never: new Map() };

/** The name of an operand, or of something that it lies in, among the facts. */
export function factName(key: string, path: readonly string[]): string {
  return JSON.stringify([key, ...path]);
}

/** The facts, and those that follow from a condition being true or false. */
export function factsAfter(facts: Facts, tree: Tree, truth: boolean): Facts {
  if (tree.kind === 'call' && tree.name === 'not' && tree.args[0] !== undefined)
    return factsAfter(facts, tree.args[0], !truth);
  if (tree.kind === 'operand') return afterOperand(facts, tree, truth);
  if (tree.kind === 'in' && tree.value.kind === 'operand') {
    const values = tree.list.map(({ value }) => value);
    return narrowed(facts, tree.value, { values, truth, exists: truth });
  }
  if (tree.kind !== 'binary') return facts;
  const { operator, left, right } = tree;
  if ((operator === 'and' && truth) || (operator === 'or' && !truth))
    return factsAfter(factsAfter(facts, left, truth), right, truth);
  if (operator !== '=' && operator !== '!=') return facts;
  // Neither is true where a side is missing.
  const equal = (operator === '=') === truth;
  const [operand, other] = left.kind === 'operand' ? [left, right] : [right, left];
  if (operand.kind !== 'operand') return facts;
  if (other.kind === 'literal')
    return narrowed(facts, operand, { values: [other.value], truth: equal, exists: truth });
  return truth ? withExisting(withExisting(facts, operand), other) : facts;
}

function afterOperand(facts: Facts, tree: OperandTree, truth: boolean): Facts {
  if (tree.measure === 'exists') return truth ? withExisting(facts, { ...tree, measure: 'value' }) : facts;
  return tree.measure === 'value' ? narrowed(facts, tree, { values: [true], truth, exists: truth }) : facts;
}

function withExisting(facts: Facts, tree: Tree): Facts {
  if (tree.kind !== 'operand' || tree.measure !== 'value') return facts;
  const { key, path } = tree;
  const names = [...path.keys(), path.length].map((length) => factName(key, path.slice(0, length)));
  return { ...facts, exists: new Set([...facts.exists, ...names]) };
}

interface Narrowing {
  readonly values: readonly Literal[];
  /** Whether the value is one of them, or none. */
  readonly truth: boolean;
  readonly exists: boolean;
}

function narrowed(facts: Facts, operand: OperandTree, { values, truth, exists }: Narrowing): Facts {
  if (operand.measure !== 'value') return facts;
  const known = exists ? withExisting(facts, operand) : facts;
  const name = factName(operand.key, operand.path);
  if (!truth)
    return {
      ...known,
      never: new Map([...known.never, [name, [...(known.never.get(name) ?? []), ...values]]]),
    };
  const only = known.only.get(name)?.filter((value) => values.includes(value)) ?? values;
  return { ...known, only: new Map([...known.only, [name, only]]) };
}
