import type { Scope, State } from '../definition/machine.js';
import type { Bindings, Template } from '../expressions/template.js';
import type { JsonObject, JsonValue } from '../json.js';
import type { Thread } from './thread.js';

/** Runs a scope from its first state to its end and returns the last state's output. */
export type RunScope = (scope: Scope, input: JsonValue, thread: Thread) => Promise<JsonValue>;

/** A state that a line has come to. */
export interface Arrival<S extends State = State> {
  readonly state: S;
  readonly input: JsonValue;
  readonly thread: Thread;
  /** Whether the line has stood here when its execution was redriven. */
  readonly resumed: boolean;
  /** Runs the scopes inside the state. */
  readonly runScope: RunScope;
}

/** One attempt of one state. */
export interface Visit<S extends State = State> extends Arrival<S> {
  /** The context object, `$states.context`. */
  readonly context: JsonObject;
  /** The token of this attempt, where the state is a task that waits for an answer. */
  readonly token: string | undefined;
}

/** What a state that has run leaves to be done: its output and its variables, and where to go. */
export interface Outcome {
  /** `$states.result`, and the output where there is no template. */
  readonly result: JsonValue;
  /** Where the result is one of a task or of branches, so that `$states.result` is there. */
  readonly hasResult: boolean;
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
  readonly next: string | undefined;
}

/** Runs one kind of state. Throws `StateFailure` or `EvaluationError`. */
export type Runner<S extends State> = (visit: Visit<S>) => Promise<Outcome>;

/** What a state hands to the one that follows; `next` is undefined where the scope ends. */
export interface Transition {
  readonly output: JsonValue;
  readonly next: string | undefined;
}

/** The values that an expression of the state can name. */
export function bindings(
  visit: Visit,
  more: { readonly result?: JsonValue; readonly errorOutput?: JsonValue } = {},
): Bindings {
  return { ...visit.thread.variables, states: { input: visit.input, context: visit.context, ...more } };
}

/** The context object for an attempt. Source: AWS, "Accessing execution data from the Context object". */
export function contextObject(thread: Thread, state: JsonObject, token?: string): JsonObject {
  return {
    ...thread.run.context,
    State: state,
    ...thread.mapContext,
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
}
