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
  /** Byte offsets into the text, where YAML itself is broken and no pointer exists; stands in place of `at`. */
  readonly range?: readonly [start: number, end: number];
}

/** What every stage of the compiler returns. `value` is absent when a diagnostic of severity error prevents it. */
export interface StageResult<Value> {
  readonly value?: Value;
  readonly diagnostics: readonly Diagnostic[];
}
