import { quote } from '../quote.js';
import type { ExpressionScope } from './expression-scope.js';
import type { Facts } from './facts.js';
import type { Problem } from './problem.js';
import type { Tree } from './tree.js';

/** How a part of an expression is looked at. */
export interface Inference {
  readonly scope: ExpressionScope;
  readonly facts: Facts;
  readonly report: (problem: Problem) => void;
  /** Whether the value may be missing, since what is done with it then is well defined. */
  readonly mayMiss?: boolean;
}

/** Reports that an expression is of the wrong type. */
export function wrong(tree: Tree, inference: Inference, reason: string): undefined {
  inference.report({
    code: 'expression-type',
    message: `${textOf(tree, inference)} ${reason}`,
    range: tree.range,
  });
  return undefined;
}

/** An expression as messages name it. */
export function textOf(tree: Tree, { scope }: Inference): string {
  return quote(tree.kind === 'literal' ? tree.value : scope.source.slice(...tree.range));
}
