import type { Template } from '../expressions/template.js';
import type { DistributedMap } from './distributed-map.js';
import type { TaskResource } from './task-resource.js';

/** A state machine, checked and with its expressions compiled. */
export interface Machine {
  readonly scope: Scope;
  /** Seconds that an execution may take; no limit when undefined. */
  readonly timeoutSeconds: number | undefined;
}

/** The states that can name one another: the machine's own, a branch's, an item processor's. */
export interface Scope {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

/** Every kind of state. */
export type State =
  | TaskState
  | PassState
  | WaitState
  | ChoiceState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** The name of a kind of state, as ASL spells it. */
export type StateType = State['type'];

interface Named {
  readonly name: string;
}

/** What every state has that goes on to another, or ends its scope. */
export interface Step extends Named {
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
  /** The following state; undefined where the scope ends. */
  readonly next: string | undefined;
}

/** What a state has that can fail and be tried again. */
export interface Fallible extends Step {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

/** Calls a service. */
export interface TaskState extends Fallible {
  readonly type: 'Task';
  readonly resource: TaskResource;
  readonly arguments: Template | undefined;
  readonly timeoutSeconds: Template | undefined;
  readonly heartbeatSeconds: Template | undefined;
}

/** Hands its input on, or an output of its own. */
export interface PassState extends Step {
  readonly type: 'Pass';
}

/** Waits for a time, or until one. */
export interface WaitState extends Step {
  readonly type: 'Wait';
  readonly until: { readonly kind: 'seconds' | 'timestamp'; readonly value: Template };
}

/** Goes to the state of the first rule that holds. */
export interface ChoiceState extends Step {
  readonly type: 'Choice';
  readonly rules: readonly ChoiceRule[];
}

/** One rule of a Choice. */
export interface ChoiceRule {
  readonly condition: Template;
  readonly next: string;
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
}

/** Ends its scope. */
export interface SucceedState extends Named {
  readonly type: 'Succeed';
  readonly output: Template | undefined;
}

/** Fails its scope. */
export interface FailState extends Named {
  readonly type: 'Fail';
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

/** Runs branches side by side; its result is their outputs in order. */
export interface ParallelState extends Fallible {
  readonly type: 'Parallel';
  readonly arguments: Template | undefined;
  readonly branches: readonly Scope[];
}

/** Runs one scope for each item; its result is their outputs in the items' order. */
export interface MapState extends Fallible {
  readonly type: 'Map';
  readonly items: Template | undefined;
  readonly itemSelector: Template | undefined;
  readonly maxConcurrency: Template | undefined;
  readonly processor: Scope;
  /** Undefined where the iterations run inside of the execution. */
  readonly distributed: DistributedMap | undefined;
}

/** When and how often a state is tried again. */
export interface Retrier {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly backoffRate: number;
  readonly maxAttempts: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: 'FULL' | 'NONE';
}

/** Where a state goes when it failed for good. */
export interface Catcher {
  readonly errors: readonly string[];
  readonly next: string;
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
}
