/** A violation as ajv reports it with `verbose`. */
export interface Violation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The name that broke a rule, where the rule is about the names of properties. */
  readonly propertyName?: string;
  /** The schema that has the keyword. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  /** The value that broke the rule. */
  readonly data?: unknown;
}

/** A validator that ajv compiled ahead of time. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** Of the value of a workflow.yaml, against workflow.schema.json. */
export const checkWorkflow: CompiledValidator;

/** Of a JSON Schema, against the meta-schema of draft 2020-12. */
export const checkSchema: CompiledValidator;
