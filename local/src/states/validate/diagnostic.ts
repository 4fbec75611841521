import type { ExpressionProblem } from '../expressions/template.js';

/** The codes of AWS's ValidateStateMachineDefinition that are given here. */
export type DiagnosticCode =
  | 'INVALID_JSON_DESCRIPTION'
  | 'SCHEMA_VALIDATION_FAILED'
  | 'MISSING_TRANSITION_TARGET'
  | 'MISSING_END_STATE'
  | 'DUPLICATE_STATE_NAME'
  | ExpressionProblem;

/** One thing that is wrong with a definition. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Path from the definition's root: `/States/Pay/Retry[0]/ErrorEquals`. */
  readonly location: string;
}

/** Collects what is wrong. */
export class Diagnostics {
  readonly #all: Diagnostic[] = [];

  /** In the order in which they were found. */
  get all(): readonly Diagnostic[] {
    return this.#all;
  }

  /** Adds one. */
  add(code: DiagnosticCode, message: string, location: string): void {
    this.#all.push({ code, message, location });
  }
}

/** All of them as one text, as CreateStateMachine words them. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, message, location }) => `${code}: ${message} at ${location || '/'}`)
    .join(', ');
}
