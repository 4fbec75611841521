import type { Pointer } from '../diagnostic.js';
import type { AslRight } from './asl-state.js';
import type { DownstreamTarget, MappedProperty } from './child.js';
import type { MapSource, Tolerance } from './list.js';
import type { RetrySettings } from './retry.js';
import type { S3Trigger } from './s3-trigger.js';
import type {
  DocumentSettings,
  FunctionDefaults,
  FunctionSettings,
  HttpTrigger,
  Storage,
} from './settings.js';

export type { AslRight } from './asl-state.js';
export type { DownstreamTarget, MappedProperty } from './child.js';
export type { MapSource, Tolerance } from './list.js';
export type { RetryRule, RetrySettings } from './retry.js';
export type {
  DocumentSettings,
  FunctionDefaults,
  FunctionSettings,
  HttpTrigger,
  Storage,
} from './settings.js';

/** A JSON Schema, 2020-12. References into the file are still `{$ref: '#/schemas/Name'}`. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** The frozen model of one workflow.yaml: every default filled in, every name resolved. No stage after `resolve` sees YAML. */
export interface Service {
  readonly name: string;
  readonly stage: string;
  readonly storage: Storage;
  readonly functions: FunctionDefaults;
  /** The shared schemas by name. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly workflows: readonly Workflow[];
}

export interface Workflow extends Scope {
  readonly name: string;
  readonly at: Pointer;
  readonly description?: string;
  /** Default: any JSON object; where uploads start the workflow, what these name. */
  readonly input: JsonSchema;
  readonly httpTriggers: readonly HttpTrigger[];
  readonly s3Triggers: readonly S3Trigger[];
  /** Tasks that run when an execution fails, in source order. They belong to no scope: nothing leads to them, they lead nowhere. */
  readonly compensations: readonly TaskStep[];
  /** Those of them that run before the end of every failed execution, in this order. */
  readonly onError: readonly Reference[];
  readonly document: DocumentSettings;
  /** Seconds, of the whole execution; absent: AWS's own limit. */
  readonly timeout?: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** The steps of a workflow, of a branch: they run top to bottom, and `next` names one of them. Never empty. */
export interface Scope {
  readonly steps: readonly Step[];
}

export type Step = FunctionStep | ChoiceStep | ParallelStep | MapStep | WaitStep | SucceedStep | FailStep;
/** The kinds that a Lambda function does, of an `asl` step what comes before and behind its state. */
export type FunctionStep = TaskStep | DownstreamStep | CallbackStep | AslStep;
export type StepKind = Step['kind'];

interface StepBase {
  /** Unique in the whole workflow, branches included. */
  readonly name: string;
  readonly at: Pointer;
  readonly description?: string;
}

interface OnwardStep extends StepBase {
  /** The name of the next step of the scope, or `undefined` where the scope ends after this one. */
  readonly next: string | undefined;
}

interface CatchingStep extends OnwardStep {
  readonly retry: RetrySettings;
  /** In order; the first that matches counts. */
  readonly catches: readonly CatchRule[];
}

interface FunctionStepBase extends CatchingStep {
  /** As declared; absent: the default, which the analysis works out. */
  readonly reads?: readonly DeclaredRead[];
  /** Absent for `output: none`. */
  readonly output?: Output;
  readonly settings: FunctionSettings;
}

/** A name of the spec, and where it is written. */
export interface Reference {
  readonly name: string;
  readonly at: Pointer;
}

interface UndoableStep extends FunctionStepBase {
  /** The compensation that undoes the step when a later one fails. */
  readonly compensate?: Reference;
}

export interface TaskStep extends UndoableStep {
  readonly kind: 'task';
  /** Path of the body's module, relative to the spec's folder, with `/`. Absent: `<steps>/<workflow>/<step>.ts`. */
  readonly handler?: string;
}

export interface DownstreamStep extends UndoableStep {
  readonly kind: 'downstream';
  readonly target: DownstreamTarget;
  /** Whether the step waits for the child's end, and its output holds the child's document. */
  readonly wait: boolean;
  /** What the child's document is made of; absent: everything that the step reads, merged. */
  readonly input?: readonly MappedProperty[];
}

/** A task that gives a token away and ends when somebody answers. */
export interface CallbackStep extends FunctionStepBase {
  readonly kind: 'callback';
  readonly handler?: string;
  /** Seconds until nobody is waited for any more; absent: as long as the execution may last. */
  readonly answerTimeout?: number;
  /** Seconds between two signs of life; absent: none are asked for. */
  readonly heartbeat?: number;
}

/** A state of Amazon States Language, written out. */
export interface AslStep extends FunctionStepBase {
  readonly kind: 'asl';
  /** Never absent: a state is handed what it declares, and nothing by default. */
  readonly reads: readonly DeclaredRead[];
  /** Its fields as they are written; what may be among them is for the rules to say. */
  readonly state: Readonly<Record<string, unknown>>;
  /** For the role of the state machine. */
  readonly rights: readonly AslRight[];
}

export interface ChoiceStep extends StepBase {
  readonly kind: 'choice';
  /** In order; the first whose condition holds counts. */
  readonly rules: readonly ChoiceRule[];
  /** Where no condition holds: a step of the scope, or `undefined` for its end. Default: the following entry. */
  readonly otherwise: string | undefined;
}

export interface ChoiceRule {
  readonly when: Expression;
  /** A step of the scope, or `undefined` for its end. */
  readonly next: string | undefined;
  readonly at: Pointer;
}

/** JSONata over `input` and the output keys. */
export interface Expression {
  readonly source: string;
  readonly at: Pointer;
}

export interface ParallelStep extends CatchingStep {
  readonly kind: 'parallel';
  /** In source order; at least one. */
  readonly branches: readonly Branch[];
}

export interface Branch extends Scope {
  readonly name: string;
  readonly at: Pointer;
}

/** Runs its steps once for each item of a list; what they write lies apart for each. */
export interface MapStep extends CatchingStep, Scope {
  readonly kind: 'map';
  readonly over: MapSource;
  /** The name by which the steps inside read their own item. */
  readonly as: string;
  readonly concurrency: number;
  readonly mode: 'inline' | 'distributed';
  /** Items that are worked on together; the item of the steps inside is a list where this is more than 1. */
  readonly batch: number;
  /** How much of a distributed map may fail; absent: nothing. */
  readonly tolerate?: Tolerance;
  /** The list of what it collects; absent for `output: none`. */
  readonly output?: MapOutput;
}

export interface MapOutput extends Output {
  /** The key inside that is collected; `undefined` where no step inside writes any. */
  readonly collect: string | undefined;
  /** Where the key is written, or the map itself where it is the default. */
  readonly collectAt: Pointer;
}

export interface WaitStep extends OnwardStep {
  readonly kind: 'wait';
  readonly for: WaitTime;
}

export type WaitTime =
  | { readonly kind: 'seconds'; readonly seconds: number | Expression }
  /** ISO 8601 with an offset, or a reference to such a text. */
  | { readonly kind: 'until'; readonly until: string | Expression };

/** Ends the execution as succeeded. Only in the outermost scope. */
export interface SucceedStep extends StepBase {
  readonly kind: 'succeed';
}

/** Ends the execution as failed; in a branch it fails the parallel step, which may catch it. */
export interface FailStep extends StepBase {
  readonly kind: 'fail';
  readonly error: string;
  readonly cause?: string;
}

export interface CatchRule {
  readonly errors: readonly string[];
  /** A step of the scope. It can read `error`. */
  readonly next: string;
  readonly at: Pointer;
}

export interface DeclaredRead {
  readonly key: string;
  readonly optional: boolean;
  /** Whether no list names it, but the map of a child's input does. */
  readonly implied: boolean;
  readonly at: Pointer;
}

export interface Output {
  readonly key: string;
  /** Where the key stands in the spec, or the step itself when the key is the default. */
  readonly at: Pointer;
  /** Absent: any JSON value. */
  readonly schema?: JsonSchema;
  /** Media type of a file that is written instead of JSON. Never beside a schema, and on tasks only. */
  readonly content?: string;
  /** Whether only steps that declare the read may read it, and it stays out of the published document and of expressions. */
  readonly sensitive: boolean;
}
