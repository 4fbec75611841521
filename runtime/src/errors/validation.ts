/** Where and how a value breaks its JSON Schema; the value itself is never part of an error. */
export interface SchemaProblem {
  /** JSON pointer into the value; empty for the value itself. */
  readonly path: string;
  /** The keyword of JSON Schema that is broken, e.g. `required`. */
  readonly rule: string;
  /** The rule in words, as ajv puts it. */
  readonly message: string;
}

/** Thrown when the payload of a step's function is not one that the generated state machine sends. A retry does not help. */
export class InvalidStepEventError extends Error {
  override readonly name = 'InvalidStepEventError' as const;
  readonly field: string;

  constructor(field: string) {
    super(`The step's event has no proper "${field}"; the generated state machine sends it.`);
    this.field = field;
  }
}

/** Thrown when a transaction id has another shape than `0x` and 8 to 64 lower-case hexadecimal digits. A retry does not help. */
export class InvalidTransactionIdError extends Error {
  override readonly name = 'InvalidTransactionIdError' as const;

  constructor() {
    super('processData is not a transaction id: "0x" followed by 8 to 64 lower-case hexadecimal digits.');
  }
}

/** Thrown when an ARN is not one of a state machine. A retry does not help. */
export class InvalidStateMachineArnError extends Error {
  override readonly name = 'InvalidStateMachineArnError' as const;
  readonly arn: string;

  constructor(arn: string) {
    super(
      `"${arn}" is not the ARN of a state machine: arn:<partition>:states:<region>:<account>:stateMachine:<name>.`,
    );
    this.arn = arn;
  }
}

/** Thrown when a read (the input, or another step's output) breaks its schema. A retry does not help. */
export class InputValidationError extends Error {
  override readonly name = 'InputValidationError' as const;
  /** What was read: `input` or an output key. */
  readonly key: string;
  /** What reads it: a step or a workflow. */
  readonly reader: string;
  readonly problems: readonly SchemaProblem[];

  constructor(reader: string, key: string, problems: readonly SchemaProblem[]) {
    super(`${reader}: ${key} breaks its schema at ${describe(problems)}.`);
    this.key = key;
    this.reader = reader;
    this.problems = problems;
  }
}

/** Thrown when a step's result breaks the schema of its output; nothing is stored. A retry does not help. */
export class OutputValidationError extends Error {
  override readonly name = 'OutputValidationError' as const;
  readonly step: string;
  /** The output's key. */
  readonly key: string;
  readonly problems: readonly SchemaProblem[];

  constructor(step: string, key: string, problems: readonly SchemaProblem[]) {
    super(`${step}: the result breaks the schema of ${key} at ${describe(problems)}.`);
    this.step = step;
    this.key = key;
    this.problems = problems;
  }
}

/** Thrown when a value has a part that JSON would drop or change. A retry does not help. */
export class NotJsonError extends Error {
  override readonly name = 'NotJsonError' as const;
  /** What was to be written, e.g. `step-a: the result`. */
  readonly subject: string;
  /** JSON pointer to the part. */
  readonly path: string;

  constructor(subject: string, path: string, found: string) {
    super(`${subject} has ${found} at ${path || 'its root'}, which JSON cannot hold.`);
    this.subject = subject;
    this.path = path;
  }
}

function describe(problems: readonly SchemaProblem[]): string {
  const [first] = problems;
  if (first === undefined) return 'its root';
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return `${first.path || 'its root'}: ${first.message} (${first.rule})${others}`;
}
