import type { ExpressionScope } from './expression-scope.js';
import type { Facts } from './facts.js';
import { inferTruth, inferType } from './infer.js';
import { operandsOf } from './operands-of.js';
import { parseExpression } from './parse-expression.js';
import { printExpression } from './print-expression.js';
import { ExpressionProblem, type Problem } from './problem.js';
import { toTree } from './to-tree.js';
import type { OperandTree, Tree } from './tree.js';
import type { ValueType } from './value-type.js';

/** An expression that could be read. */
export interface ExpressionPart {
  readonly tree: Tree;
  readonly operands: readonly OperandTree[];
  /** Absent where it has a problem. */
  readonly type?: ValueType;
  /** As the state machine evaluates it. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** How an expression is read. */
export interface ReadOptions {
  /** Whether it must be true or false. */
  readonly isTruth: boolean;
  /** What holds where it is evaluated. */
  readonly facts: Facts;
}

/** What was found out about an expression: nothing but problems where it cannot be read at all. */
export interface ReadResult {
  readonly part?: ExpressionPart;
  readonly problems: readonly Problem[];
}

/** A function that reads the expressions of one step. */
export function expressionReader(
  scope: Omit<ExpressionScope, 'source'>,
): (source: string, options: ReadOptions) => ReadResult {
  return (source, { isTruth, facts }) => {
    const problems: Problem[] = [];
    try {
      const tree = toTree(source, parseExpression(source));
      const infer = isTruth ? inferTruth : inferType;
      const report = (problem: Problem): number => problems.push(problem);
      const type = infer(tree, { scope: { ...scope, source }, facts, report });
      const text = printExpression(tree, isTruth);
      return { part: { tree, operands: operandsOf(tree), text, problems, ...(type && { type }) }, problems };
    } catch (error) {
      if (!(error instanceof ExpressionProblem)) throw error;
      return { problems: [error.problem] };
    }
  };
}
