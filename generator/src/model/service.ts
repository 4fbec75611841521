import type { Pointer } from '../diagnostic.js';

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

export interface Workflow {
  readonly name: string;
  readonly at: Pointer;
  readonly description?: string;
  /** Default: any JSON object. */
  readonly input: JsonSchema;
  readonly httpTriggers: readonly HttpTrigger[];
  /** In source order; never empty. The first is where the workflow starts. */
  readonly steps: readonly Step[];
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

export type Step = TaskStep | DownstreamStep;
export type StepKind = Step['kind'];

interface StepBase {
  readonly name: string;
  readonly at: Pointer;
  readonly description?: string;
  /** The name of the next step, or `undefined` where the workflow ends after this one. */
  readonly next: string | undefined;
  /** As declared; absent: the default, which the analysis works out. */
  readonly reads?: readonly DeclaredRead[];
  /** Absent for `output: none`. */
  readonly output?: Output;
  readonly retry: RetrySettings;
  readonly settings: FunctionSettings;
}

export interface TaskStep extends StepBase {
  readonly kind: 'task';
  /** Path of the body's module, relative to the spec's folder, with `/`. Absent: `<steps>/<workflow>/<step>.ts`. */
  readonly handler?: string;
}

export interface DownstreamStep extends StepBase {
  readonly kind: 'downstream';
  readonly target: DownstreamTarget;
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
  readonly at: Pointer;
}

export interface Output {
  readonly key: string;
  /** Where the key stands in the spec, or the step itself when the key is the default. */
  readonly at: Pointer;
  /** Absent: any JSON value. */
  readonly schema?: JsonSchema;
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
