/** What the embedded services are to serve: a deployment, described without CloudFormation. */
export interface LocalService {
  readonly bucket: { readonly name: string; readonly versioning: boolean };
  readonly functions: readonly LocalFunction[];
  readonly stateMachines: readonly LocalStateMachine[];
  readonly routes: readonly LocalRoute[];
  /** Default: none. */
  readonly uploads?: readonly LocalUpload[];
}

/** An s3 trigger: objects created in the bucket under a key that begins and ends so invoke a function. Only the embedded S3 tells of them, not another server. */
export interface LocalUpload {
  /** Of the whole key. */
  readonly prefix: string;
  readonly suffix: string;
  readonly functionName: string;
}

export interface LocalFunction {
  /** The deployed name, e.g. `s3processdata-dev-ProcessA-step-a`. */
  readonly name: string;
  /** Absolute path of the TypeScript entry, which exports `handler`. */
  readonly entry: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Values may hold `${StateMachineArn:<name>}`, which becomes the local ARN of that state machine. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface LocalStateMachine {
  /** The deployed name, e.g. `ProcessA-dev`. */
  readonly name: string;
  /** Amazon States Language with `${Placeholder}` for each function, and `${StateMachineArn:<name>}` for another state machine. */
  readonly definition: string;
  /** Default: STANDARD. */
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** Placeholder → name of the function. */
  readonly functions: Readonly<Record<string, string>>;
}

export interface LocalRoute {
  readonly method: string;
  /** May hold `{parameter}` segments, as API Gateway's paths do. */
  readonly path: string;
  readonly functionName: string;
  readonly auth: 'iam' | 'none';
}
