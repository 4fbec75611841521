/** The payload of a step's Lambda function, made by the state machine from its context object. */
export interface StepEvent {
  /** The execution's transaction id, which is the key of its document. */
  readonly processData: string;
  /** ARN of the execution. */
  readonly execution: string;
  /** Name of the state. */
  readonly state: string;
  /** When the state was entered, ISO 8601: names the visit. */
  readonly entered: string;
  /** `$states.context.State.RetryCount`: 0 on the first attempt. */
  readonly retry: number;
  /** `$states.context.Execution.RedriveCount`: 0 unless the execution was redriven. */
  readonly redrive: number;
  /** On a step that reads `error`: what was caught last; null where nothing was. */
  readonly error?: CaughtError | null;
  /** On a callback step: the token that the answer must name. */
  readonly taskToken?: string;
  /** On a step that takes more than one state: which of them this is. */
  readonly phase?: string;
  /** On a step that has waited for a child: which child that is. */
  readonly child?: AwaitedChild;
  /** On a step that stores what a state of the spec's own gave: that. Any JSON. */
  readonly result?: unknown;
  /** In a map: which iteration this is, and those around it, each below the other: `00000007/00000002`. */
  readonly iteration?: string;
  /** In a distributed map: where the iteration's items lie, by the names of the maps. Elsewhere they are looked up. */
  readonly items?: Readonly<Record<string, ItemRange>>;
  /** On the function that collects what a map's iterations have written. */
  readonly collect?: CollectRequest;
}

/** A part of a list: bytes of the object that it lies in, or entries of a list that a map has collected. */
export interface ItemRange {
  readonly start: number;
  /** Behind the last one. */
  readonly end: number;
}

/** What a map has done. */
export interface CollectRequest {
  /** How many items its list had. */
  readonly items: number;
  /** What the iterations of this visit begin with, on a loop. */
  readonly visit?: string;
}

/** A child that is waited for, as it stands in the state's data between the states of its step. */
export interface AwaitedChild {
  /** Its transaction id. */
  readonly processData: string;
  /** Whether the state machine saw it end well. False where it had been started before: then its end must be asked for. */
  readonly ended: boolean;
}

/** An error as the state machine caught it. */
export interface CaughtError {
  /** `Error` of the failed state. */
  readonly name: string;
  /** `Cause` of the failed state as Step Functions has it: of a Lambda function, JSON text with `errorMessage`. */
  readonly cause: string;
  /** The step that failed. */
  readonly step: string;
}

/** What a step's function answers: scalars by output key, or `input`. */
export interface StepAnswer {
  readonly signals?: Readonly<Record<string, Readonly<Record<string, string | number | boolean | null>>>>;
  /** Of a step that prepares a child and waits for it: the child's transaction id. */
  readonly child?: string;
  /** Of a step that loads for a state of the spec's own: what it read, by key. */
  readonly reads?: Readonly<Record<string, unknown>>;
}
