// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  delay: number;
};

/** What step plan writes, under the key plan-output. */
export type PlanOutput = {
  at: string;
};

/** What step remind writes, under the key remind-output. */
export type RemindOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'plan-output': PlanOutput;
  'remind-output': RemindOutput;
};

/** What step plan is given. */
export interface PlanEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step plan. */
export type PlanBody = (event: PlanEvent) => PlanOutput | Promise<PlanOutput>;

/** What step remind is given. */
export interface RemindEvent {
  readonly input: Input;
  readonly 'plan-output': PlanOutput;
  readonly context: StepContext;
}

/** Step remind. */
export type RemindBody = (event: RemindEvent) => RemindOutput | Promise<RemindOutput>;

