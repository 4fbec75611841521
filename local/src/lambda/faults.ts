/** An invocation, as a fault interceptor sees it. */
export interface InterceptedInvocation {
  readonly functionName: string;
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
}

/** What is to go wrong with an invocation. */
export type InvocationFault =
  /** The service answers with an error, e.g. `Lambda.TooManyRequestsException`; the function does not run. */
  | { readonly kind: 'answer'; readonly errorType: string; readonly errorMessage: string }
  /** The sandbox is killed while the function runs, so many milliseconds after its start. */
  | { readonly kind: 'kill'; readonly afterMilliseconds: number }
  /** The function runs to its end, but its answer is lost and the sandbox is gone. */
  | { readonly kind: 'lose' }
  /** The function starts later. */
  | { readonly kind: 'delay'; readonly milliseconds: number };

/** Decides for each invocation whether something goes wrong; `undefined` lets it pass. */
export type InterceptInvocation = (invocation: InterceptedInvocation) => InvocationFault | undefined;
