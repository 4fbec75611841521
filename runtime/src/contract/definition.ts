/** One violation of a JSON Schema, as a compiled ajv validator reports it. */
export interface SchemaViolation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}

/** A validator that ajv compiled at generate time. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaViolation[] | null;
}

/** A JSON Schema as a step knows it: its version, a digest of its text, and its compiled validator. */
export interface CompiledSchema {
  readonly version: string;
  readonly validate: Validator;
}

/** One declared read. `key` is an output key, `input`, `upload`, or `error`, which comes with the step's event. */
export interface ReadDefinition {
  readonly key: string;
  /** A missing optional read is `undefined`; any other missing read is an error. */
  readonly optional: boolean;
  /** Of a content, which is opened, not parsed: whether it is an output, or the upload that the input names. Default: JSON. */
  readonly content?: 'output' | 'upload';
  readonly schema?: CompiledSchema;
}

/** A scalar that the state machine needs for a condition or a wait. */
export interface SignalDefinition {
  /** Under which it is handed over. */
  readonly name: string;
  /** Property names below the output or the input. */
  readonly path: readonly string[];
  /** The scalar itself, the length of an array, or whether something is there. */
  readonly measure: 'value' | 'count' | 'exists';
}

/** The output of a step. */
export interface OutputDefinition {
  readonly key: string;
  /** Whether the step can come round again: then each visit replaces what the one before wrote. Default: false. */
  readonly onLoop?: boolean;
  /** Default: none. */
  readonly signals?: readonly SignalDefinition[];
  readonly schema?: CompiledSchema;
  /** Media type of a content; absent where the output is JSON. */
  readonly content?: string;
}

/** What the publishing step needs to know. */
export interface PublishDefinition {
  /** The outputs that go into the document, in the order of the steps; one that was not written is left out. */
  readonly outputs: readonly string[];
  /** Those of them that every path has written: one that is missing is an error. */
  readonly certain: readonly string[];
  /** Those of `outputs` that are not read, and stand in the document as references. Default: none. */
  readonly sensitive?: readonly string[];
  /** Those of `outputs` that are contents, and stand in the document as references with size and type. Default: none. */
  readonly contents?: readonly string[];
  /** Bytes. What would make the document longer than this stands in it as a reference. */
  readonly maxBytes: number;
}

/** What the runtime needs to know of one step; generated, one module for each step. */
export interface StepDefinition {
  readonly workflow: string;
  readonly step: string;
  readonly reads: readonly ReadDefinition[];
  /** Absent where the step writes nothing. */
  readonly output?: OutputDefinition;
  /** Every output key of the workflow: what in a published document is not input. */
  readonly outputKeys: readonly string[];
  /** Scalars of the input, on the step that hands them over. Default: none. */
  readonly inputSignals?: readonly SignalDefinition[];
  /** Present on the step that publishes the document after its own work. */
  readonly publish?: PublishDefinition;
}

/** A property of a child's input. */
export interface ChildProperty {
  readonly name: string;
  /** Of the read that its value comes from. */
  readonly key: string;
  /** Property names below it. A value that is not there leaves the property out. */
  readonly path: readonly string[];
}

/** A step that starts another workflow. */
export interface DownstreamDefinition extends StepDefinition {
  readonly child: {
    readonly workflow: string;
    /** The child's input schema, where the child is known. */
    readonly input?: CompiledSchema;
    /** The child's output keys, where the child is known: its input may not have them. */
    readonly outputKeys?: readonly string[];
    /** What the child's input is made of. Default: everything that the step reads, merged. */
    readonly properties?: readonly ChildProperty[];
  };
}

/** The function that does nothing but publish (`document: {publish: separate}`, or a path that no task ends). */
export interface PublisherDefinition {
  readonly workflow: string;
  readonly step: string;
  readonly outputKeys: readonly string[];
  readonly publish: PublishDefinition;
}

/** The function that hands scalars of the input to the state machine where no step of the workflow can. */
export interface InputReaderDefinition {
  readonly workflow: string;
  readonly step: string;
  readonly input?: CompiledSchema;
  readonly outputKeys: readonly string[];
  readonly inputSignals: readonly SignalDefinition[];
}

/** A step that waits for an answer, as those who answer it know it. The step's whole definition is one. */
export interface CallbackDefinition {
  readonly step: string;
  /** What the answer is stored as; absent where it carries nothing. */
  readonly output?: OutputDefinition;
}

/** A workflow as its starters, endpoints and clients know it. */
export interface WorkflowDefinition {
  readonly workflow: string;
  readonly input?: CompiledSchema;
  readonly outputKeys: readonly string[];
  /** Those of them that stay out of the published document. Default: none. */
  readonly sensitive?: readonly string[];
  /** Those of them that are contents, and are never put into a document. Default: none. */
  readonly contents?: readonly string[];
  /** For those who answer: the steps that wait for them. An answer to a step that is not named here is checked by its readers alone. */
  readonly callbacks?: readonly CallbackDefinition[];
}
