import type { TextRange } from '../parse/source.js';

/** A value that an expression may write out. */
export type Literal = string | number | boolean | null;

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | '&' | 'and' | 'or';

/** An expression as this compiler understands it: what JSONata has beyond this is refused. Ranges are offsets into the source. */
export type Tree =
  | { readonly kind: 'literal'; readonly value: Literal; readonly range: TextRange }
  | OperandTree
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Tree;
      readonly right: Tree;
      readonly range: TextRange;
    }
  | {
      readonly kind: 'in';
      readonly value: Tree;
      readonly list: readonly LiteralTree[];
      readonly range: TextRange;
    }
  | { readonly kind: 'negate'; readonly value: Tree; readonly range: TextRange }
  | {
      readonly kind: 'condition';
      readonly test: Tree;
      readonly yes: Tree;
      readonly no: Tree;
      readonly range: TextRange;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Tree[];
      readonly range: TextRange;
    };

export type LiteralTree = Extract<Tree, { kind: 'literal' }>;

/** A scalar of the input or of an output: its value, how many items it has, or whether it is there. */
export interface OperandTree {
  readonly kind: 'operand';
  readonly measure: 'value' | 'count' | 'exists';
  /** `input` or an output key. */
  readonly key: string;
  /** Property names below it. */
  readonly path: readonly string[];
  readonly range: TextRange;
  /** Where the key stands. */
  readonly keyRange: TextRange;
  /** Where each part of the path stands. */
  readonly pathRanges: readonly TextRange[];
}
