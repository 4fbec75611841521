import type { Pointer } from '../diagnostic.js';
import type { Step } from './service.js';

/** What the analysis found out about a service: one entry for each workflow, by name. */
export type ServiceFlow = ReadonlyMap<string, WorkflowFlow>;

export interface WorkflowFlow {
  /** By step name; steps that cannot be reached have none. */
  readonly steps: ReadonlyMap<string, StepFlow>;
  /** Every output key that some reachable step writes, in source order. */
  readonly outputKeys: readonly string[];
  /** Those of them that every path to the end has written. */
  readonly certainOutputs: ReadonlySet<string>;
  /** Those of them that only steps which declare the read may read. */
  readonly sensitiveOutputs: ReadonlySet<string>;
  /** Those of them that are files, not JSON. */
  readonly contentOutputs: ReadonlySet<string>;
  /** Every step, those of branches included, in source order. */
  readonly allSteps: readonly Step[];
  /** Whether every execution has an `upload` to be read, since the input must name one; some may; or none, without an s3 trigger. */
  readonly upload: 'certain' | 'possible' | 'never';
  /** Scalars of the input that some expression needs. */
  readonly inputSignals: readonly Signal[];
  /**
   * The step that hands them over: the first of the workflow, where that is a task or a downstream step that catches nothing, so
   * that it has answered before any condition is evaluated. `undefined`: none are needed, or a generated state does it.
   */
  readonly inputReader: string | undefined;
  /** True when a generated state `read-input` begins the workflow. */
  readonly separateInputReader: boolean;
  /** By the pointer of an expression, its parts joined with `/`: JSONata over `$states.input.signals`, without `{% %}`. */
  readonly expressions: ReadonlyMap<string, string>;
  /** Name of the step that publishes; `undefined` when nothing is published or a generated state does it. */
  readonly publisher: string | undefined;
  /** True when a generated state publishes after the last step. */
  readonly separatePublisher: boolean;
}

/** A scalar that conditions and waits need: read off an output, or the input, and handed to the state machine. */
export interface Signal {
  /** `input` or an output key. */
  readonly key: string;
  /** Property names below it. */
  readonly path: readonly string[];
  readonly measure: 'value' | 'count' | 'exists';
  /** `order.total`, `$count(order.lines)`, `$exists(order)`: its name below `$states.input.signals.<key>`. */
  readonly name: string;
}

export interface StepFlow {
  /** Output keys that every path to this step has written. */
  readonly certain: ReadonlySet<string>;
  /** Output keys that some path to this step has written. */
  readonly possible: ReadonlySet<string>;
  /** Scalars of its own output that some expression needs. */
  readonly signals: readonly Signal[];
  /** Whether the step can come round again: then each visit replaces its output. */
  readonly onLoop: boolean;
  /** Whether every path to this step, some or none has passed a catch. */
  readonly error: 'certain' | 'possible' | 'never';
  /** Steps that a catch of this workflow can have led here from; what `error.step` can be. Empty where `error` is not certain. */
  readonly failingSteps: readonly string[];
  /** What the step reads, defaults worked out: `input` first, then `error`, `upload`, and outputs in source order. */
  readonly reads: readonly ResolvedRead[];
  /** One path from the start to this step, both included. */
  readonly path: readonly string[];
}

export interface ResolvedRead {
  readonly key: string;
  readonly optional: boolean;
  /** The step that writes it; `undefined` for `input`, `error` and `upload`. */
  readonly writer: string | undefined;
  readonly at: Pointer;
}
