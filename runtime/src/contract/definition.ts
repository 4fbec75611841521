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
  /** Of a list that a map has collected: of each of its entries. */
  readonly schema?: CompiledSchema;
  /** The map in whose iterations the output lies. Default: it lies in none. */
  readonly map?: string;
  /** Present where this is the item of an iteration. */
  readonly item?: ItemDefinition;
}

/** The item that an iteration works on: a part of a list, or several where they are worked on together. */
export interface ItemDefinition {
  readonly map: string;
  /** How many are worked on together. More than 1 make a list of them. */
  readonly batch: number;
  readonly of: ListPlace | ItemPlace;
}

/** A list in the input or in an output. */
export interface ListPlace {
  /** `input` or an output key. */
  readonly key: string;
  /** Property names below it. */
  readonly path: readonly string[];
  /** The map in whose iterations it lies. Default: it lies in none. */
  readonly map?: string;
  /** Present where another map has collected it. */
  readonly collected?: CollectedPlace;
  /** Of the whole input or output, or of each entry of a collected one. */
  readonly schema?: CompiledSchema;
}

/** A list in the item of a map around. */
export interface ItemPlace {
  readonly item: ItemDefinition;
  readonly path: readonly string[];
}

/** The outputs that a map collects. */
export interface CollectedPlace {
  readonly map: string;
  readonly key: string;
}

/** A list that a map goes over, as whoever writes the list knows it. */
export interface ListDefinition {
  readonly map: string;
  readonly path: readonly string[];
  /** How many items are worked on together. */
  readonly batch: number;
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
  /** The map in whose iterations it lies. Default: it lies in none. */
  readonly map?: string;
  /** Whether it stands for a list whose entries the iterations of a map have written. Default: false. */
  readonly collected?: boolean;
  /** Lists in it that maps go over. Default: none. */
  readonly lists?: readonly ListDefinition[];
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

/** What a compensation undoes. */
export interface UndoDefinition {
  /** The step that is undone. */
  readonly step: string;
  /** Key of that step's output: where it lies, the step was done. */
  readonly key: string;
  /** The map in whose iterations that lies: each of them that has it is undone. Default: it lies in none. */
  readonly map?: string;
  /** Whether that output is a content. Default: false. */
  readonly content?: boolean;
}

/** What the runtime needs to know of one step; generated, one module for each step. */
export interface StepDefinition {
  readonly workflow: string;
  readonly step: string;
  /** The maps that the step is in, outermost first. Default: none. */
  readonly maps?: readonly string[];
  readonly reads: readonly ReadDefinition[];
  /** Absent where the step writes nothing. */
  readonly output?: OutputDefinition;
  /** Present on a compensation: it does nothing where that step was not done. */
  readonly undoes?: UndoDefinition;
  /** Every output key of the workflow: what in a published document is not input. */
  readonly outputKeys: readonly string[];
  /** Scalars of the input, on the step that hands them over. Default: none. */
  readonly inputSignals?: readonly SignalDefinition[];
  /** Lists in the input that maps go over, on the step that hands over scalars of the input. Default: none. */
  readonly inputLists?: readonly ListDefinition[];
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
    /** On a step that waits: those of them that are not read. Default: none. */
    readonly sensitive?: readonly string[];
    /** On a step that waits: those of them that are contents. Default: none. */
    readonly contents?: readonly string[];
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
  /** Default: none. */
  readonly inputLists?: readonly ListDefinition[];
}

/** The function that finds the items of a map whose list lies in an item of the map around. */
export interface ItemListerDefinition {
  readonly workflow: string;
  readonly step: string;
  readonly maps: readonly string[];
  readonly outputKeys: readonly string[];
  /** The item of the map around. */
  readonly read: ReadDefinition & { readonly item: ItemDefinition };
  readonly list: ListDefinition;
  /** How many there are. */
  readonly count: SignalDefinition;
}

/** The function that collects what the iterations of a map have written. */
export interface CollectorDefinition {
  readonly workflow: string;
  readonly step: string;
  /** Those around the map, outermost first. Default: none. */
  readonly maps?: readonly string[];
  readonly outputKeys: readonly string[];
  readonly output: OutputDefinition;
  readonly collect: CollectedPlace;
  /** How many items are worked on together. */
  readonly batch: number;
  /** Whether iterations may have failed: null stands in their places. */
  readonly tolerant: boolean;
  /** Whether what is collected are lists that a map inside has collected: then each is looked at, to know how long it is. Default: false. */
  readonly nested?: boolean;
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
