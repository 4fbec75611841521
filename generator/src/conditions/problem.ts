import type { DiagnosticCode } from '../codes.js';
import type { TextRange } from '../parse/source.js';

/** Something wrong with an expression, and where in its source. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly range: TextRange;
  /** Default: error. */
  readonly severity?: 'warning';
}

/** Thrown where the rest of an expression cannot be understood; never leaves this folder. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem' as const;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
