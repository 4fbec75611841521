/** A function as the sandboxes run it: one version of its code and of its settings. */
export interface LambdaFunction {
  /** The deployed name, e.g. `s3processdata-dev-ProcessA-step-a`. */
  readonly name: string;
  readonly arn: string;
  /** Absolute path of the CommonJS bundle that exports `handler`. */
  readonly bundle: string;
  /** Digest of the bundle: the same digest and settings are the same version. */
  readonly digest: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** The whole environment, Lambda's own variables included. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Whether a running sandbox of one may serve invocations of the other. */
export function sameVersion(one: LambdaFunction, other: LambdaFunction): boolean {
  return versionOf(one) === versionOf(other);
}

function versionOf(fn: LambdaFunction): string {
  const environment = Object.entries(fn.environment).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fn.arn, fn.digest, fn.timeoutSeconds, fn.memoryMb, environment]);
}
