import { signalOf, signalText } from './signals.js';
import type { Literal, OperandTree, Tree } from './tree.js';

/** How tightly an operator holds its operands; what holds less tightly stands in parentheses within it. */
const strength: Readonly<Record<string, number>> = {
  '?': 1,
  or: 2,
  and: 3,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '&': 5,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const atom = 8;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

/**
 * An expression as JSONata over what the steps have handed over. Where it must be true or false, a flag is compared with true, so that
 * one that is missing is false; Step Functions takes nothing else for a condition.
 */
export function printExpression(tree: Tree, isTruth: boolean): string {
  return print(tree, isTruth).text;
}

function print(tree: Tree, isTruth: boolean): Printed {
  switch (tree.kind) {
    case 'literal':
      return { text: printLiteral(tree.value), strength: atom };
    case 'operand':
      return printOperand(tree, isTruth);
    case 'binary': {
      const { operator, left, right } = tree;
      const own = strength[operator] ?? 0;
      const inner = operator === 'and' || operator === 'or';
      return {
        text: `${within(print(left, inner), own)} ${operator} ${within(print(right, inner), own + 1)}`,
        strength: own,
      };
    }
    case 'in': {
      const list = tree.list.map(({ value }) => printLiteral(value)).join(', ');
      return { text: `${within(print(tree.value, false), 4)} in [${list}]`, strength: 4 };
    }
    case 'negate':
      return { text: `(-${within(print(tree.value, false), atom)})`, strength: atom };
    case 'condition': {
      const test = within(print(tree.test, true), 2);
      const [yes, no] = [tree.yes, tree.no].map((part) => within(print(part, isTruth), 2));
      return { text: `${test} ? ${yes} : ${no}`, strength: 1 };
    }
    case 'call': {
      const args = tree.args.map((arg) => print(arg, tree.name === 'not').text);
      return { text: `$${tree.name}(${args.join(', ')})`, strength: atom };
    }
  }
}

function printOperand(operand: OperandTree, isTruth: boolean): Printed {
  const text = signalText(signalOf(operand));
  const isFlag = operand.measure === 'exists' || (isTruth && operand.measure === 'value');
  return isFlag ? { text: `${text} = true`, strength: 4 } : { text, strength: atom };
}

function within({ text, strength: own }: Printed, outer: number): string {
  return own < outer ? `(${text})` : text;
}

/** A literal without anything that Step Functions, CloudFormation or the Serverless Framework would look for in a text. */
function printLiteral(value: Literal): string {
  if (typeof value === 'number' && value < 0) return `(${value})`;
  return JSON.stringify(value).replaceAll('%}', '%\\u007d').replaceAll('${', '\\u0024{');
}
