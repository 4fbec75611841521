import type { Pointer } from '../diagnostic.js';

/** The bucket of a service. */
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

/** What all functions of a service have in common. */
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

/** How the document of a workflow is published. */
export interface DocumentSettings {
  readonly publish: 'last' | 'separate' | 'none';
  /** Bytes. Default: 33554432. */
  readonly maxBytes: number;
}

/** A route whose requests start a workflow. */
export interface HttpTrigger {
  readonly at: Pointer;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly auth: 'iam' | 'none';
}
