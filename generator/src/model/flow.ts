import type { Pointer } from '../diagnostic.js';
import type { MapStep, Step, TaskStep } from './service.js';

/** What the analysis found out about a service: one entry for each workflow, by name. */
export type ServiceFlow = ReadonlyMap<string, WorkflowFlow>;

export interface WorkflowFlow {
  /** By the name of the step or compensation; those that cannot be reached have none. */
  readonly steps: ReadonlyMap<string, StepFlow>;
  /**
   * Every output key that some reachable step writes once in an execution, in source order; then those that compensations write. What
   * lies in the iterations of a map is not among them.
   */
  readonly outputKeys: readonly string[];
  /** Those of them that every path to the end has written. */
  readonly certainOutputs: ReadonlySet<string>;
  /** Those of them that only steps which declare the read may read. */
  readonly sensitiveOutputs: ReadonlySet<string>;
  /** Those of them that are files, not JSON. */
  readonly contentOutputs: ReadonlySet<string>;
  /** The step, or the compensation, that writes a key, those in maps included. */
  readonly writers: ReadonlyMap<string, Step>;
  /** Every step, those of branches included, in source order. */
  readonly allSteps: readonly Step[];
  /** What runs, in this order, when an execution fails; empty where nothing does. */
  readonly failureChain: readonly FailureTask[];
  /** The tasks of the failure chain in source order. */
  readonly compensations: readonly TaskStep[];
  /** The output keys that compensations write: no published document has them. */
  readonly compensationOutputs: ReadonlySet<string>;
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
  /** Every map that can be reached, by name. */
  readonly maps: ReadonlyMap<string, MapFlow>;
  /** Name of the step that publishes; `undefined` when nothing is published or a generated state does it. */
  readonly publisher: string | undefined;
  /** True when a generated state publishes after the last step. */
  readonly separatePublisher: boolean;
}

/** A task that runs when an execution fails. */
export interface FailureTask {
  readonly task: TaskStep;
  /** What the task undoes, if that was done; absent for a task of `onError`. */
  readonly undoes?: UndoneStep;
}

/** A compensated step, and the output that proves that it was done. */
export interface UndoneStep {
  readonly step: string;
  readonly key: string;
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
  /** The maps that the step is in, outermost first. */
  readonly maps: readonly MapStep[];
  /** Those of them whose items the step can read: all, but for a compensation where a later round of a loop has replaced their list. */
  readonly items: readonly MapStep[];
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
  /** Of a compensation: what it undoes. */
  readonly undoes?: UndoneStep;
  /** One path from the start to this step, both included. */
  readonly path: readonly string[];
}

export interface ResolvedRead {
  readonly key: string;
  readonly optional: boolean;
  /** The step that writes it; `undefined` for `input`, `error`, `upload` and items. */
  readonly writer: string | undefined;
  /** The map whose item it is; absent for all else. */
  readonly item?: MapStep;
  readonly at: Pointer;
}

/** What the analysis found out about a map. */
export interface MapFlow {
  readonly step: MapStep;
  /** The maps around it, outermost first. */
  readonly around: readonly MapStep[];
  /** What it goes over is the execution's input, an output, or the item of a map around it. */
  readonly source: 'input' | 'output' | 'item';
  /** The maps in whose iterations its list lies, outermost first. */
  readonly listMaps: readonly MapStep[];
  /** The map that has collected the list. */
  readonly collected?: MapStep;
  /** How many items there are. */
  readonly count: Signal;
  /** Whether it can come round again: then each visit has iterations of its own. */
  readonly onLoop: boolean;
}
