import type { Pointer } from '../diagnostic.js';

/** What the analysis found out about a service: one entry for each workflow, by name. */
export type ServiceFlow = ReadonlyMap<string, WorkflowFlow>;

export interface WorkflowFlow {
  /** By step name; steps that cannot be reached have none. */
  readonly steps: ReadonlyMap<string, StepFlow>;
  /** Every output key that some reachable step writes, in source order. */
  readonly outputKeys: readonly string[];
  /** Those of them that every path to the end has written. */
  readonly certainOutputs: ReadonlySet<string>;
  /** Name of the step that publishes; `undefined` when nothing is published or a generated state does it. */
  readonly publisher: string | undefined;
  /** True when a generated state publishes after the last step. */
  readonly separatePublisher: boolean;
}

export interface StepFlow {
  /** Output keys that every path to this step has written. */
  readonly certain: ReadonlySet<string>;
  /** Output keys that some path to this step has written. */
  readonly possible: ReadonlySet<string>;
  /** What the step reads, defaults worked out: `input` first, then outputs in source order. */
  readonly reads: readonly ResolvedRead[];
  /** One path from the start to this step, both included. */
  readonly path: readonly string[];
}

export interface ResolvedRead {
  readonly key: string;
  readonly optional: boolean;
  /** The step that writes it; `undefined` for `input`. */
  readonly writer: string | undefined;
  readonly at: Pointer;
}
