import type { OperandTree, Tree } from './tree.js';

/** Every operand of an expression, from left to right. */
export function operandsOf(tree: Tree): OperandTree[] {
  return tree.kind === 'operand' ? [tree] : partsOf(tree).flatMap(operandsOf);
}

function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'literal':
    case 'operand':
      return [];
    case 'binary':
      return [tree.left, tree.right];
    case 'in':
    case 'negate':
      return [tree.value];
    case 'condition':
      return [tree.test, tree.yes, tree.no];
    case 'call':
      return tree.args;
  }
}
