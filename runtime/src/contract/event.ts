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
}
