/**
 * Thrown when a JSONata expression has no usable value; becomes `States.QueryEvaluationError`.
 * The same expression over the same data fails again, so that a retry helps only where the data changes.
 */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError' as const;
  /** The field that holds the expression, as a path from the state: `Output/total`, `Choices[1]/Condition`. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** The error for an expression whose value is not of the type that its field takes. */
export function unexpectedType(field: string, expected: string, value: unknown): EvaluationError {
  const actual = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  return new EvaluationError(
    field,
    `The value of the field '${field}' has an unexpected type. Expected '${expected}', but was '${actual}'.`,
  );
}
