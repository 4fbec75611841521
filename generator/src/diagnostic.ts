import type { DiagnosticCode } from './codes.js';

/** A place in the spec as a JSON pointer in its parts, e.g. `['workflows', 'ProcessA', 'steps', 'step-b', 'reads', 0]`. */
export type Pointer = readonly (string | number)[];

export type Severity = 'error' | 'warning';

/** One mistake in the spec. Lines and columns are found when it is rendered. */
export interface Diagnostic {
  /** Stable, kebab-case; has a section in docs/DIAGNOSTICS.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with the value quoted; then what would be right. */
  readonly message: string;
  readonly at: Pointer;
  /** Whether the mark stands under the value (default) or under the key of the entry that `at` names. */
  readonly on?: 'key' | 'value';
  /** Which part of the text that `at` names is meant: offsets into the value, the end not included. */
  readonly within?: readonly [start: number, end: number];
  /** Offsets into the text in UTF-16 code units, where YAML itself is broken and no pointer exists; stands in place of `at`. */
  readonly range?: readonly [start: number, end: number];
}

/** What every stage of the compiler returns. `value` is absent when a diagnostic of severity error prevents it. */
export interface StageResult<Value> {
  readonly value?: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** A diagnostic of severity error; see {@link Diagnostic} for `on`. */
export function errorAt(
  code: DiagnosticCode,
  at: Pointer,
  message: string,
  on: 'key' | 'value' = 'value',
): Diagnostic {
  return { code, severity: 'error', message, at, on };
}

/** A diagnostic of severity warning; see {@link Diagnostic} for `on`. */
export function warningAt(
  code: DiagnosticCode,
  at: Pointer,
  message: string,
  on: 'key' | 'value' = 'value',
): Diagnostic {
  return { code, severity: 'warning', message, at, on };
}
