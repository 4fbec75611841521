import type { Pointer } from '../diagnostic.js';
import type { S3Trigger } from './s3-trigger.js';

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

export interface Storage {
  /** Without the stage. The full name is `<bucket>-<stage>`. */
  readonly bucket: string;
  /** `AES256`, `aws:kms` or a KMS key ARN. Default: AES256. */
  readonly encryption: string;
  /** Default: true. */
  readonly versioning: boolean;
  /** Days; absent: never. */
  readonly expireAfterDays?: number;
  /** Days; default: as the documents. */
  readonly expireOutputsAfterDays?: number;
}

export interface FunctionDefaults {
  readonly runtime: 'nodejs22.x' | 'nodejs24.x';
  readonly architecture: 'arm64' | 'x86_64';
}

/** Lambda settings of one step, defaults filled in. */
export interface FunctionSettings {
  /** MB. */
  readonly memory: number;
  /** Seconds. The state's TimeoutSeconds is this plus one. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Workflow extends Scope {
  readonly name: string;
  readonly at: Pointer;
  readonly description?: string;
  /** Default: any JSON object; where uploads start the workflow, what these name. */
  readonly input: JsonSchema;
  readonly httpTriggers: readonly HttpTrigger[];
  readonly s3Triggers: readonly S3Trigger[];
  readonly document: DocumentSettings;
  /** Seconds, of the whole execution; absent: AWS's own limit. */
  readonly timeout?: number;
  readonly tags: Readonly<Record<string, string>>;
}

export interface DocumentSettings {
  readonly publish: 'last' | 'separate' | 'none';
  /** Bytes. Default: 33554432. */
  readonly maxBytes: number;
}

export interface HttpTrigger {
  readonly at: Pointer;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly auth: 'iam' | 'none';
}

/** The steps of a workflow, of a branch: they run top to bottom, and `next` names one of them. Never empty. */
export interface Scope {
  readonly steps: readonly Step[];
}

export type Step = FunctionStep | ChoiceStep | ParallelStep | WaitStep | SucceedStep | FailStep;
/** The kinds that a Lambda function does. */
export type FunctionStep = TaskStep | DownstreamStep | CallbackStep;
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

export interface TaskStep extends FunctionStepBase {
  readonly kind: 'task';
  /** Path of the body's module, relative to the spec's folder, with `/`. Absent: `<steps>/<workflow>/<step>.ts`. */
  readonly handler?: string;
}

export interface DownstreamStep extends FunctionStepBase {
  readonly kind: 'downstream';
  readonly target: DownstreamTarget;
  /** What the child's document is made of; absent: everything that the step reads, merged. */
  readonly input?: readonly MappedProperty[];
}

/** A property of a child's input, and where its value comes from. */
export interface MappedProperty {
  readonly name: string;
  /** `input`, `error` or an output key. */
  readonly key: string;
  /** Property names below it. */
  readonly path: readonly string[];
  readonly at: Pointer;
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

export type DownstreamTarget =
  /** A workflow of this file. */
  | { readonly kind: 'local'; readonly workflow: string }
  /** A workflow of another sfs3 service, deployed to the same stage. */
  | { readonly kind: 'service'; readonly service: string; readonly workflow: string }
  /** Any state machine: an ARN or a deployment variable. `bucket` defaults to this service's. */
  | { readonly kind: 'arn'; readonly stateMachine: string; readonly bucket?: string };

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

export interface RetrySettings {
  /** Stand before the defaults. */
  readonly rules: readonly RetryRule[];
  /** False for `retry: none`. */
  readonly defaults: boolean;
}

export interface RetryRule {
  readonly errors: readonly string[];
  /** Seconds before the first retry. Default: 1. */
  readonly interval: number;
  /** Default: 2. */
  readonly backoff: number;
  /** Retries, not attempts in all. Default: 3. */
  readonly attempts: number;
  /** Seconds. */
  readonly maxDelay?: number;
  readonly jitter: boolean;
}
