import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { type Inference, textOf } from './inference.js';
import { operandText } from './operand-type.js';
import type { Literal, Tree } from './tree.js';
import { describeTypes, ofTypes, typeOfValues, type ValueType } from './value-type.js';

/** True or false, it is not known which. */
export const bool: ValueType = { ...ofTypes('boolean'), values: [true, false] };

/** Whether a value can only be this one. */
export function isAlways({ values }: ValueType, value: boolean): boolean {
  return values?.length === 1 && values[0] === value;
}

/** An expression and its type. */
export type Typed = readonly [Tree, ValueType];

/** Whether two values are equal, as far as their types tell. */
export function compareTypes(
  [left, first]: Typed,
  [right, second]: Typed,
  inference: Inference,
): ValueType | undefined {
  const kinds = (type: ValueType) =>
    new Set([...type.types].map((name) => (name === 'integer' ? 'number' : name)));
  const shared = [...kinds(first)].filter((name) => kinds(second).has(name));
  const [listed, values] = right.kind === 'literal' ? [left, first.values] : [right, second.values];
  const alone = right.kind === 'literal' ? right : left.kind === 'literal' ? left : undefined;
  if (shared.length === 0 && first.types.size > 0 && second.types.size > 0) {
    const texts = [left, right].map((tree) => textOf(tree, inference));
    if (alone?.value === null) return never(listed, [null], inference);
    const message = `${texts[0]} is ${describeTypes(first.types)} and ${texts[1]} is ${describeTypes(second.types)}, which are never equal.`;
    inference.report({ code: 'expression-type', message, range: [left.range[0], right.range[1]] });
    return undefined;
  }
  if (first.values === undefined || second.values === undefined) return bool;
  const common = first.values.filter((value) => second.values?.includes(value));
  if (common.length === 0) {
    if (alone === undefined) return typeOfValues([false]);
    return never(listed, [alone.value], inference, values);
  }
  const always = first.values.length === 1 && second.values.length === 1;
  return always && !first.missing && !second.missing ? typeOfValues([true]) : bool;
}

/** Warns of a comparison that can only fail. */
function never(
  tree: Tree,
  values: readonly Literal[],
  { report, scope }: Inference,
  allowed: readonly Literal[] = [],
): ValueType {
  if (tree.kind !== 'operand') return typeOfValues([false]);
  const known = allowed.length === 0 ? '' : didYouMean(String(values[0]), allowed.map(String));
  const others =
    allowed.length === 0 || known !== ''
      ? known
      : ` Here it can be ${allowed.slice(0, 8).map(quote).join(' or ')}.`;
  const message = `${quote(operandText(scope, tree))} is never ${values.map(quote).join(' or ')}.${others}`;
  report({ code: 'constant-condition', message, range: tree.range, severity: 'warning' });
  return typeOfValues([false]);
}
