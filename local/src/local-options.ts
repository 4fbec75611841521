import type { InterceptInvocation } from './lambda/index.js';
import type { Log } from './log-line.js';
import type { Intercept } from './s3/index.js';

/** Credentials that clients and functions sign with. */
export interface LocalCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Options of {@link startLocalServices}. */
export interface LocalOptions {
  /** Port on 127.0.0.1. Default: 0, any free one. */
  readonly port?: number;
  /** Folder that keeps the objects of S3. Default: memory. */
  readonly directory?: string;
  /** Default: us-east-1. */
  readonly region?: string;
  /** Default: 000000000000. */
  readonly accountId?: string;
  /** Another S3 server, for the functions and the clients. Default: the embedded one. */
  readonly s3Endpoint?: string;
  /** What functions and clients sign with. Default: a pair that only the embedded services accept. */
  readonly credentials?: LocalCredentials;
  /** Receives what the functions write. Default: nobody. */
  readonly log?: Log;
  /** Injects faults into the embedded S3. */
  readonly intercept?: Intercept;
  /** Injects faults into invocations. */
  readonly interceptInvocation?: InterceptInvocation;
  /**
   * How state machines wait. `skip` lets waits, back-offs, time-outs and heartbeats pass at once whenever no function runs and
   * nothing holds the time (see `holdTime`); the functions' own time-outs stay real. Default: `real`.
   */
  readonly time?: 'real' | 'skip';
}

/** Options with their defaults in place. */
export type ResolvedOptions = LocalOptions &
  Required<Pick<LocalOptions, 'port' | 'region' | 'accountId' | 'credentials' | 'log'>>;

/** Puts the defaults in place. */
export function resolveOptions(options: LocalOptions): ResolvedOptions {
  return {
    ...options,
    port: options.port ?? 0,
    region: options.region ?? 'us-east-1',
    accountId: options.accountId ?? '000000000000',
    credentials: options.credentials ?? { accessKeyId: 'local', secretAccessKey: 'local' },
    log: options.log ?? (() => {}),
  };
}

/** The variables by which SDKs, the AWS CLI and the functions find the services. */
export function clientEnvironment(options: ResolvedOptions, endpoint: string): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = options.credentials;
  return {
    AWS_ENDPOINT_URL: endpoint,
    ...(options.s3Endpoint === undefined ? {} : { AWS_ENDPOINT_URL_S3: options.s3Endpoint }),
    AWS_REGION: options.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
  };
}
