import type { AslType } from '../../model/asl-state.js';
import type { Substitution } from './substitution.js';

/** A state machine in Amazon States Language, as far as this compiler emits it; the query language is JSONata. */
export interface StateMachine extends States {
  readonly Comment?: string;
  readonly QueryLanguage: 'JSONata';
  readonly TimeoutSeconds?: number;
}

/** The states of a machine, or of a branch. */
export interface States {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export type State =
  | TaskState
  | StartState
  | ChoiceState
  | ParallelState
  | MapState
  | WaitState
  | PassState
  | SucceedState
  | FailState;

interface StateBase {
  readonly Comment?: string;
}

/** Where a state leads: to another one, or to the end of its machine or branch. */
export type Transition =
  | { readonly Next: string; readonly End?: never }
  | { readonly End: true; readonly Next?: never };

/** A Task state that invokes a Lambda function. */
export type TaskState = StateBase &
  Transition & {
    readonly Type: 'Task';
    readonly Resource: 'arn:aws:states:::lambda:invoke' | 'arn:aws:states:::lambda:invoke.waitForTaskToken';
    readonly Arguments: {
      readonly FunctionName: Substitution;
      readonly Payload: Readonly<Record<string, string>>;
    };
    readonly Output: string;
    readonly TimeoutSeconds?: number;
    readonly HeartbeatSeconds?: number;
    readonly Retry?: readonly Retrier[];
    readonly Catch?: readonly Catcher[];
  };

/** A Task state that starts another state machine and waits for its end. */
export type StartState = StateBase &
  Transition & {
    readonly Type: 'Task';
    readonly Resource: 'arn:aws:states:::states:startExecution.sync:2';
    readonly Arguments: {
      readonly StateMachineArn: Substitution;
      readonly Name: string;
      readonly Input: { readonly processData: string };
    };
    readonly Output: string;
    readonly Retry?: readonly Retrier[];
    readonly Catch?: readonly Catcher[];
  };

/** A state of the spec's own: its fields are the user's, but for those by which it stands among the others. None of `State`, since its type says nothing of them. */
export type VerbatimState = StateBase &
  Transition & {
    readonly Type: AslType;
    readonly Output: unknown;
    readonly Retry?: readonly Retrier[];
    readonly Catch?: readonly Catcher[];
  };

export interface ChoiceState extends StateBase {
  readonly Type: 'Choice';
  readonly Choices: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default: string;
}

export type ParallelState = StateBase &
  Transition & {
    readonly Type: 'Parallel';
    readonly Branches: readonly States[];
    readonly Output: string;
    readonly Retry?: readonly Retrier[];
    readonly Catch?: readonly Catcher[];
  };

export type MapState = StateBase &
  Transition & {
    readonly Type: 'Map';
    /** Of an inline one: the numbers of its iterations. */
    readonly Items?: string;
    /** Of a distributed one: where they are told which items are whose. */
    readonly ItemReader?: {
      readonly Resource: 'arn:aws:states:::s3:getObject';
      readonly ReaderConfig: { readonly InputType: 'JSON' };
      readonly Arguments: { readonly Bucket: Substitution; readonly Key: string };
    };
    readonly ItemSelector: string;
    readonly ItemProcessor: States & {
      readonly ProcessorConfig:
        | { readonly Mode: 'INLINE' }
        | { readonly Mode: 'DISTRIBUTED'; readonly ExecutionType: 'STANDARD' };
    };
    readonly ResultWriter?: {
      readonly Resource: 'arn:aws:states:::s3:putObject';
      readonly Arguments: { readonly Bucket: Substitution; readonly Prefix: string };
      readonly WriterConfig: { readonly Transformation: 'COMPACT'; readonly OutputType: 'JSON' };
    };
    readonly MaxConcurrency: number;
    readonly ToleratedFailureCount?: number;
    readonly ToleratedFailurePercentage?: number;
    readonly Output: string;
    readonly Retry?: readonly Retrier[];
    readonly Catch?: readonly Catcher[];
  };

export type WaitState = StateBase &
  Transition & {
    readonly Type: 'Wait';
    readonly Seconds?: number | string;
    readonly Timestamp?: string;
    readonly Output?: string;
  };

export type PassState = StateBase & Transition & { readonly Type: 'Pass'; readonly Output?: string };

export interface SucceedState extends StateBase {
  readonly Type: 'Succeed';
  readonly Output?: string;
}

export interface FailState extends StateBase {
  readonly Type: 'Fail';
  readonly Error: string;
  readonly Cause?: string;
}

/** One entry of a Retry list. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy: 'FULL' | 'NONE';
}

/** One entry of a Catch list. */
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Output: string;
}
