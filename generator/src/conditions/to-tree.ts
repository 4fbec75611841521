import { inputRead } from '@sfs3/runtime/contract';
import type { TextRange } from '../parse/source.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { functionNames } from './functions.js';
import type { SyntaxNode } from './parse-expression.js';
import { ExpressionProblem } from './problem.js';
import { tokenRange } from './token-range.js';
import type { BinaryOperator, Literal, LiteralTree, OperandTree, Tree } from './tree.js';

const operators: ReadonlySet<unknown> = new Set<BinaryOperator>([
  ...(['=', '!=', '<', '<=', '>', '>='] as const),
  ...(['+', '-', '*', '/', '%', '&', 'and', 'or'] as const),
]);

/** The tree of an expression. What JSONata allows and a condition does not is a problem. */
export function toTree(source: string, root: SyntaxNode): Tree {
  const convert = (node: SyntaxNode): Tree => {
    const convertKnown = converters[node.type];
    if (convertKnown === undefined) return refuse(source, node);
    return convertKnown(node, { source, convert });
  };
  return convert(root);
}

interface Conversion {
  readonly source: string;
  readonly convert: (node: SyntaxNode) => Tree;
}

type Convert = (node: SyntaxNode, conversion: Conversion) => Tree;

const converters: Readonly<Record<string, Convert>> = {
  string: literal,
  number: literal,
  value: literal,
  path: (node, { source }) => operand(source, node, 'value'),
  binary,
  unary: (node, { source, convert }) => {
    if (node.value !== '-') return refuse(source, node);
    onlyHas(source, node, ['expression']);
    const value = convert(nodeOf(node.expression));
    return { kind: 'negate', value, range: [tokenRange(source, node)[0], value.range[1]] };
  },
  block: (node, { source, convert }) => {
    onlyHas(source, node, ['expressions']);
    const [only, ...others] = nodesOf(node.expressions);
    return only === undefined || others.length > 0 ? refuse(source, node) : convert(only);
  },
  condition: (node, { source, convert }) => {
    onlyHas(source, node, ['condition', 'then', 'else']);
    if (node.else === undefined) {
      return refuse(source, node, 'A "?" needs a ":" with the value for the other case.');
    }
    const parts = {
      test: convert(nodeOf(node.condition)),
      yes: convert(nodeOf(node.then)),
      no: convert(nodeOf(node.else)),
    };
    return { kind: 'condition', ...parts, range: [parts.test.range[0], parts.no.range[1]] };
  },
  function: call,
};

function literal(node: SyntaxNode, { source }: Conversion): LiteralTree {
  onlyHas(source, node, []);
  return { kind: 'literal', value: node.value as Literal, range: tokenRange(source, node) };
}

function binary(node: SyntaxNode, { source, convert }: Conversion): Tree {
  onlyHas(source, node, ['lhs', 'rhs']);
  const right = nodeOf(node.rhs);
  if (node.value === 'in') {
    const value = convert(nodeOf(node.lhs));
    if (right.type !== 'unary' || right.value !== '[')
      return refuse(source, right, 'Behind "in" stands a list that is written out, as in ["a", "b"].');
    const list = nodesOf(right.expressions).map((item) => {
      const tree = convert(item);
      return tree.kind === 'literal'
        ? tree
        : refuse(source, item, 'The list behind "in" has texts and numbers only.');
    });
    return { kind: 'in', value, list, range: [value.range[0], list.at(-1)?.range[1] ?? value.range[1]] };
  }
  if (!operators.has(node.value)) return refuse(source, node);
  const sides = { left: convert(nodeOf(node.lhs)), right: convert(right) };
  const operator = node.value as BinaryOperator;
  return { kind: 'binary', operator, ...sides, range: [sides.left.range[0], sides.right.range[1]] };
}

function call(node: SyntaxNode, { source, convert }: Conversion): Tree {
  onlyHas(source, node, ['arguments', 'procedure']);
  const procedure = nodeOf(node.procedure);
  // The parser writes `??` as a call of `exists` that stands nowhere.
  const [start, end] = procedure.position === undefined ? [0, source.length] : tokenRange(source, procedure);
  const name = String(procedure.value);
  const args = nodesOf(node.arguments);
  if (procedure.type === 'variable' && (name === 'exists' || name === 'count')) {
    const [only, ...others] = args;
    if (only?.type !== 'path' || others.length > 0) {
      return refuse(source, procedure, `"$${name}" takes one path, as in $${name}(input.lines).`);
    }
    return operand(source, only, name);
  }
  if (procedure.type !== 'variable' || !functionNames.includes(name)) {
    return refuse(source, procedure, functionHint(name));
  }
  const trees = args.map(convert);
  return { kind: 'call', name, args: trees, range: [start, trees.at(-1)?.range[1] ?? end] };
}

function functionHint(name: string): string | undefined {
  if (['now', 'millis', 'random', 'uuid'].includes(name))
    return 'An expression depends on the input and the outputs alone.';
  const known = didYouMean(
    `$${name}`,
    functionNames.map((other) => `$${other}`),
  );
  return known === '' ? undefined : known.trim();
}

function operand(source: string, node: SyntaxNode, measure: OperandTree['measure']): OperandTree {
  onlyHas(source, node, ['steps']);
  const steps = nodesOf(node.steps);
  for (const step of steps) {
    if (step.type !== 'name') refuse(source, step);
    onlyHas(source, step, []);
  }
  const [key = { type: 'name', value: inputRead }, ...path] = steps;
  const keyRange = tokenRange(source, key);
  const pathRanges = path.map((step) => tokenRange(source, step));
  const range: TextRange = [keyRange[0], (pathRanges.at(-1) ?? keyRange)[1]];
  const names = path.map(({ value }) => String(value));
  return { kind: 'operand', measure, key: String(key.value), path: names, range, keyRange, pathRanges };
}

/** Refuses a node that has more than its type asks for: predicates, groups, sorting … */
function onlyHas(source: string, node: SyntaxNode, properties: readonly string[]): void {
  const known = ['type', 'value', 'position', ...properties];
  const others = Object.entries(node).filter(
    ([property, value]) => value !== undefined && !known.includes(property),
  );
  if (others.length > 0) refuse(source, node);
}

const rightForm =
  'An expression has "input" and output keys with the names of properties behind them, texts, numbers, operators and a few functions.';

function refuse(source: string, node: SyntaxNode, hint: string = rightForm): never {
  const place = node.position === undefined ? firstPlace(node) : node;
  const range: TextRange = place === undefined ? [0, source.length] : tokenRange(source, place);
  throw new ExpressionProblem({
    code: 'expression-feature',
    message: `${quote(source.slice(...range))} cannot be used like this in a workflow. ${hint}`,
    range,
  });
}

/** The first node within a node that has a place. */
function firstPlace(node: SyntaxNode): SyntaxNode | undefined {
  const inner = Object.values(node).flat().filter(isNode);
  return (
    inner.find(({ position }) => position !== undefined) ??
    inner.map(firstPlace).find((found) => found !== undefined)
  );
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function nodeOf(value: unknown): SyntaxNode {
  return value as SyntaxNode;
}

function nodesOf(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? (value as SyntaxNode[]) : [];
}
