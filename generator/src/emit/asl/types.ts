/** A state machine in Amazon States Language, as far as this compiler emits it; the query language is JSONata. */
export interface StateMachine {
  readonly Comment?: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, TaskState>>;
}

/** A Task state that invokes a Lambda function. */
export interface TaskState {
  readonly Type: 'Task';
  readonly Comment?: string;
  readonly Resource: 'arn:aws:states:::lambda:invoke';
  readonly Arguments: { readonly FunctionName: string; readonly Payload: Readonly<Record<string, string>> };
  readonly Output: string;
  readonly TimeoutSeconds: number;
  readonly Retry?: readonly Retrier[];
  readonly Next?: string;
  readonly End?: true;
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
