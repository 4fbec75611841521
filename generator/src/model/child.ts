import type { Pointer } from '../diagnostic.js';

/** Which workflow a downstream step starts. */
export type DownstreamTarget =
  /** A workflow of this file. */
  | { readonly kind: 'local'; readonly workflow: string }
  /** A workflow of another sfs3 service, deployed to the same stage. */
  | { readonly kind: 'service'; readonly service: string; readonly workflow: string }
  /** Any state machine: an ARN or a deployment variable. `bucket` defaults to this service's. */
  | { readonly kind: 'arn'; readonly stateMachine: string; readonly bucket?: string };

/** A property of a child's input, and where its value comes from. */
export interface MappedProperty {
  readonly name: string;
  /** `input`, `error` or an output key. */
  readonly key: string;
  /** Property names below it. */
  readonly path: readonly string[];
  readonly at: Pointer;
}
