import type { JsonSchema } from '../model/service.js';

/**
 * workflow.yaml as the shape check leaves it. Each value that is there has the type that the JSON Schema demands; any may be
 * missing, since the check takes out what is wrong.
 */
export interface RawSpec {
  readonly service?: string;
  readonly stage?: string;
  readonly storage?: {
    readonly bucket?: string;
    readonly encryption?: string;
    readonly versioning?: boolean;
    readonly expireAfterDays?: number;
    readonly expireOutputsAfterDays?: number;
  };
  readonly functions?: RawSettings & {
    readonly runtime?: 'nodejs22.x' | 'nodejs24.x';
    readonly architecture?: 'arm64' | 'x86_64';
  };
  readonly schemas?: Readonly<Record<string, JsonSchema>>;
  readonly workflows?: Readonly<Record<string, RawWorkflow>>;
}

/** Text that YAML may have read as another scalar. */
export type RawText = string | number | boolean;

export interface RawSettings {
  readonly memory?: number;
  readonly timeout?: number;
  readonly environment?: Readonly<Record<string, RawText>>;
}

export interface RawWorkflow {
  readonly description?: string;
  readonly input?: JsonSchema;
  readonly triggers?: readonly { readonly http?: RawHttp; readonly s3?: RawUploads }[];
  readonly steps?: RawSteps;
  readonly compensations?: RawSteps;
  readonly onError?: readonly string[];
  readonly document?: { readonly publish?: 'last' | 'separate' | 'none'; readonly maxBytes?: number };
  readonly timeout?: number;
  readonly tags?: Readonly<Record<string, RawText>>;
}

export type RawSteps = Readonly<Record<string, RawStep | null>>;

/** Which uploads start a workflow. */
export interface RawUploads {
  readonly prefix?: string;
  readonly suffix?: string;
}

export type RawMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RawHttp =
  | string
  | { readonly path?: string; readonly method?: RawMethod; readonly auth?: 'iam' | 'none' };

export interface RawStep extends RawSettings {
  readonly description?: string;
  readonly next?: string;
  readonly reads?: readonly string[];
  readonly output?:
    | string
    | {
        readonly key?: string;
        readonly schema?: JsonSchema;
        readonly content?: string;
        readonly sensitive?: boolean;
        readonly collect?: string;
      };
  readonly retry?: 'none' | readonly RawRetryRule[];
  readonly handler?: string;
  readonly catch?: readonly RawCatchRule[];
  readonly compensate?: string;
  readonly downstream?: string | RawTarget;
  readonly choice?: readonly RawChoiceRule[];
  readonly otherwise?: string;
  readonly parallel?: Readonly<Record<string, { readonly steps?: RawSteps }>>;
  readonly map?: RawMap;
  readonly wait?: number | { readonly seconds?: number | string; readonly until?: string };
  readonly callback?: { readonly timeout?: number; readonly heartbeat?: number } | null;
  readonly succeed?: object | null;
  readonly asl?: Readonly<Record<string, unknown>>;
  readonly rights?: readonly {
    readonly actions?: readonly string[];
    readonly resources?: readonly string[];
  }[];
  readonly fail?: { readonly error?: string; readonly cause?: string };
}

export interface RawMap {
  readonly over?: string;
  readonly as?: string;
  readonly concurrency?: number;
  readonly mode?: 'inline' | 'distributed';
  readonly batch?: number;
  readonly tolerate?: { readonly count?: number; readonly percentage?: number };
  readonly steps?: RawSteps;
}

export interface RawChoiceRule {
  readonly when?: string;
  readonly next?: string;
}

export interface RawCatchRule {
  readonly errors?: readonly string[];
  readonly next?: string;
}

export interface RawRetryRule {
  readonly errors?: readonly string[];
  readonly interval?: number;
  readonly backoff?: number;
  readonly attempts?: number;
  readonly maxDelay?: number;
  readonly jitter?: boolean;
}

export interface RawTarget {
  readonly wait?: boolean;
  readonly input?: Readonly<Record<string, string>>;
  readonly workflow?: string;
  readonly service?: string;
  readonly stateMachine?: string;
  readonly bucket?: string;
}
