import { quote } from '../quote.js';
import { bool, compareTypes, isAlways } from './compare-types.js';
import { factsAfter } from './facts.js';
import { functionTypes } from './functions.js';
import { type Inference, textOf, wrong } from './inference.js';
import { operandText, operandType } from './operand-type.js';
import type { OperandTree, Tree } from './tree.js';
import {
  describeTypes,
  eitherType,
  isOnly,
  ofTypes,
  type ScalarType,
  typeOfValues,
  type ValueType,
} from './value-type.js';

type Of<Kind extends Tree['kind']> = Extract<Tree, { kind: Kind }>;

/** The type of an expression; `undefined` where it has a problem that is reported, or is known to be elsewhere. */
export function inferType(tree: Tree, inference: Inference): ValueType | undefined {
  switch (tree.kind) {
    case 'literal':
      return typeOfValues([tree.value]);
    case 'operand':
      return operand(tree, inference);
    case 'binary':
      return binary(tree, inference);
    case 'in':
      return member(tree, inference);
    case 'negate':
      return numeric(tree.value, inference);
    case 'condition':
      return condition(tree, inference);
    case 'call':
      return call(tree, inference);
  }
}

/** The type of an expression that must be true or false. An operand that is missing or null counts as false. */
export function inferTruth(tree: Tree, inference: Inference): ValueType | undefined {
  if (tree.kind === 'condition') return condition(tree, inference, inferTruth);
  const isFlag = tree.kind === 'operand' && tree.measure === 'value';
  const type = inferType(tree, { ...inference, mayMiss: isFlag });
  if (type === undefined) return undefined;
  const fits = isFlag ? isOnly(type, 'boolean', 'null') : isOnly(type, 'boolean');
  if (!fits) return wrong(tree, inference, `is ${describeTypes(type.types)}, where true or false is needed.`);
  if (!isFlag) return type;
  const values = (type.values ?? [true, false]).map((value) => value === true);
  return typeOfValues([...new Set(type.missing ? [...values, false] : values)]);
}

function operand(tree: OperandTree, { scope, facts, report, mayMiss }: Inference): ValueType | undefined {
  const { type, problem } = operandType(scope, tree, facts);
  if (problem !== undefined) report(problem);
  if (type === undefined || !type.missing || mayMiss) return type;
  const text = operandText(scope, tree);
  const message = `${quote(text)} may be missing, since its schema does not require it. "$exists" should ask first, as in $exists(${text}) and …, or the schema should require it.`;
  report({ code: 'maybe-missing', message, range: tree.range });
  return undefined;
}

function binary(tree: Of<'binary'>, inference: Inference): ValueType | undefined {
  const { operator, left, right } = tree;
  if (operator === 'and' || operator === 'or') return logical(tree, inference);
  if (operator === '=' || operator === '!=') return equality(tree, [left, right], inference);
  if (operator === '&') {
    const [first, second] = [inferType(left, sure(inference)), inferType(right, sure(inference))];
    return first && second && ofTypes('string');
  }
  if (['+', '-', '*', '/', '%'].includes(operator)) {
    const [first, second] = [numeric(left, inference), numeric(right, inference)];
    const whole =
      operator !== '/' && first && second && isOnly(first, 'integer') && isOnly(second, 'integer');
    return first && second && ofTypes(whole ? 'integer' : 'number');
  }
  return order(tree, inference);
}

function logical({ operator, left, right }: Of<'binary'>, inference: Inference): ValueType | undefined {
  const decides = operator === 'or';
  const first = inferTruth(left, inference);
  // What stands behind is evaluated only where the first part has not decided.
  const second = inferTruth(right, { ...inference, facts: factsAfter(inference.facts, left, !decides) });
  if (first === undefined || second === undefined) return undefined;
  if (isAlways(first, decides) || isAlways(second, decides)) return typeOfValues([decides]);
  return isAlways(first, !decides) && isAlways(second, !decides) ? typeOfValues([!decides]) : bool;
}

function equality(
  tree: Of<'binary'>,
  [left, right]: readonly [Tree, Tree],
  inference: Inference,
): ValueType | undefined {
  const isEqual = tree.operator === '=';
  // Both are false where a side is missing. Of "=", and of "!= null", one expects that; of "!=" nobody does.
  const mayMiss = isEqual || [left, right].some((side) => side.kind === 'literal' && side.value === null);
  const first = inferType(left, { ...inference, mayMiss });
  const second = inferType(right, { ...inference, mayMiss });
  if (first === undefined || second === undefined) return undefined;
  const result = compareTypes([left, first], [right, second], inference);
  if (result === undefined || isEqual || result.values?.length !== 1) return result;
  return typeOfValues([!result.values[0]]);
}

function member(tree: Of<'in'>, inference: Inference): ValueType | undefined {
  const type = inferType(tree.value, { ...inference, mayMiss: true });
  if (type === undefined) return undefined;
  const results = tree.list.map((item) =>
    compareTypes([tree.value, type], [item, typeOfValues([item.value])], inference),
  );
  if (results.some((result) => result === undefined)) return undefined;
  if (results.every((result) => result !== undefined && isAlways(result, false)))
    return typeOfValues([false]);
  return results.some((result) => result !== undefined && isAlways(result, true))
    ? typeOfValues([true])
    : bool;
}

function order({ left, right, range }: Of<'binary'>, inference: Inference): ValueType | undefined {
  const first = inferType(left, sure(inference));
  const second = inferType(right, sure(inference));
  if (first === undefined || second === undefined) return undefined;
  const fits = (type: ScalarType): boolean => isOnly(first, type) && isOnly(second, type);
  if (fits('number') || fits('string')) return ofTypes('boolean');
  const message = `${textOf(left, inference)} is ${describeTypes(first.types)} and ${textOf(right, inference)} is ${describeTypes(second.types)}. Two numbers can be put in order, or two texts.`;
  inference.report({ code: 'expression-type', message, range });
  return undefined;
}

function numeric(tree: Tree, inference: Inference): ValueType | undefined {
  const type = inferType(tree, sure(inference));
  if (type === undefined || isOnly(type, 'number')) return type && { types: type.types, missing: false };
  return wrong(tree, inference, `is ${describeTypes(type.types)}, where a number is needed.`);
}

function condition(
  { test, yes, no }: Of<'condition'>,
  inference: Inference,
  infer = inferType,
): ValueType | undefined {
  const { facts } = inference;
  const truth = inferTruth(test, inference);
  const first = infer(yes, { ...inference, facts: factsAfter(facts, test, true) });
  const second = infer(no, { ...inference, facts: factsAfter(facts, test, false) });
  return truth && first && second && eitherType(first, second);
}

function call({ name, args, range }: Of<'call'>, inference: Inference): ValueType | undefined {
  const known = functionTypes[name];
  if (known === undefined) return undefined;
  const { takes, required, gives } = known;
  if (args.length < required || args.length > takes.length) {
    const wanted = required === takes.length ? required : `${required} to ${takes.length}`;
    const message = `"$${name}" has ${args.length} arguments. It takes ${wanted}.`;
    inference.report({ code: 'expression-type', message, range });
    return undefined;
  }
  if (name === 'not' && args[0] !== undefined) {
    const truth = inferTruth(args[0], inference);
    return truth && (truth.values?.length === 1 ? typeOfValues([!truth.values[0]]) : bool);
  }
  const types = args.map((arg, index) => {
    const type = inferType(arg, sure(inference));
    const allowed = takes[index] ?? [];
    return type === undefined || isOnly(type, ...allowed)
      ? type
      : wrong(
          arg,
          inference,
          `is ${describeTypes(type.types)}, where "$${name}" takes ${describeTypes(allowed)}.`,
        );
  });
  const [first] = types;
  if (first === undefined || types.includes(undefined)) return undefined;
  const whole = (name === 'abs' && isOnly(first, 'integer')) || (name === 'round' && args.length === 1);
  return ofTypes(whole ? 'integer' : gives);
}

function sure(inference: Inference): Inference {
  return { ...inference, mayMiss: false };
}
