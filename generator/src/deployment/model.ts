/** Who calls the function: the state machine, the HTTP API, or an event. */
export type FunctionKind = InvokedKind | 'start' | 'status' | 'document' | 'upload-start';
type InvokedKind =
  | 'task'
  | 'downstream'
  | 'callback'
  | 'asl'
  | 'input-reader'
  | 'publisher'
  | 'collector'
  | 'item-lister';

/** One Lambda function. */
export interface DeployedFunction {
  readonly kind: FunctionKind;
  /** Its key in serverless.yml, e.g. `ProcessAStepA`. */
  readonly key: string;
  readonly workflow: string;
  /** The step's name, or that of an endpoint, e.g. `http-start`. */
  readonly name: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** Beside what all functions of the service have. */
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  /** All that its role may do, apart from its log group and its traces. */
  readonly rights: readonly Right[];
  readonly routes: readonly Route[];
  /** Objects whose creation invokes it. Default: none. */
  readonly uploads?: readonly Uploads[];
}

/** Objects of the service's bucket whose keys begin and end so. */
export interface Uploads {
  readonly prefix: string;
  readonly suffix: string;
}

export type EnvironmentValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stateMachine'; readonly stateMachine: StateMachineReference }
  | { readonly kind: 'bucket'; readonly bucket: BucketReference };

export type StateMachineReference =
  | { readonly kind: 'local'; readonly workflow: string }
  | { readonly kind: 'service'; readonly service: string; readonly workflow: string }
  /** An ARN or a deployment variable, as the user wrote it. */
  | { readonly kind: 'arn'; readonly arn: string };

export type BucketReference =
  | { readonly kind: 'own' }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'named'; readonly name: string };

export type Right =
  /** `s3:GetObject` on the keys that match the pattern. */
  | { readonly kind: 'read'; readonly bucket: BucketReference; readonly pattern: string }
  /** `s3:GetObjectVersion` on the keys that match the pattern, of this service's bucket. */
  | { readonly kind: 'read-version'; readonly pattern: string }
  /** `s3:PutObject` on the keys that match the pattern. */
  | { readonly kind: 'write'; readonly bucket: BucketReference; readonly pattern: string }
  /** `s3:AbortMultipartUpload` on the keys that match the pattern. */
  | { readonly kind: 'abort'; readonly bucket: BucketReference; readonly pattern: string }
  /** `s3:ListBucket` of the keys that match the pattern. */
  | { readonly kind: 'list'; readonly pattern: string }
  /** `states:StartExecution`. */
  | { readonly kind: 'start'; readonly stateMachine: StateMachineReference }
  /** `states:DescribeExecution` on the executions of a state machine. */
  | { readonly kind: 'describe'; readonly stateMachine: StateMachineReference };

/** A route of the service's HTTP API. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly auth: 'iam' | 'none';
}
