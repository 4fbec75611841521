/** How an invocation of a Lambda function ended, whether by the function or by the service. */
export type InvocationResult =
  | { readonly kind: 'success'; readonly payload: string }
  | {
      readonly kind: 'error';
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace?: readonly string[];
    };

/**
 * Runs a function once. `functionName` may be a name or an ARN, qualified or not; `payload` is JSON text.
 * A time-out is an error with the type `Sandbox.Timedout`; a crash `Runtime.ExitError`; an unknown function `Lambda.ResourceNotFoundException`.
 * Aborting the signal abandons the wait, as Step Functions does: the function runs on.
 */
export type InvokeFunction = (
  functionName: string,
  payload: string,
  signal: AbortSignal,
) => Promise<InvocationResult>;
