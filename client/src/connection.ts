import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Timing } from './clock.js';
import { ClientConfigurationError } from './errors.js';
import type { ClientOptions } from './options.js';
import { Pace } from './pace.js';
import { proxyAgent } from './proxy.js';

/** What all calls of one client share. */
export interface Connection extends Timing {
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  /** For polls: without the SDK's own retries, which would not wait for their turn. */
  readonly polls: SFNClient;
  /** Every DescribeExecution waits for its turn here. */
  readonly pace: Pace;
  /** The full name of the bucket; throws `ClientConfigurationError` where none is known. */
  readonly bucket: () => string;
  readonly encryption: string;
}

/**
 * DescribeExecution's bucket refills with 15 calls a second, 10 in smaller regions, for all callers of an account together.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const describeQuota = { perSecond: 10, burst: 20 };

/** Opens the SDK's clients; no request is made yet. */
export function openConnection(options: ClientOptions, timing: Timing): Connection {
  const settings = {
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    requestHandler: new NodeHttpHandler(() => handlerOptions(options.proxy)),
    maxAttempts: 4,
  };
  const s3Endpoint = options.s3Endpoint ?? options.endpoint;
  const bucket = options.bucket ?? process.env.BUCKET_NAME;
  const sfn = new SFNClient({ ...settings, ...at(options.endpoint) });
  return {
    ...timing,
    s3: new S3Client({ ...settings, ...at(s3Endpoint), forcePathStyle: isOtherServer(s3Endpoint) }),
    sfn,
    polls: new SFNClient({
      ...settings,
      ...at(options.endpoint),
      credentials: sfn.config.credentials,
      maxAttempts: 1,
    }),
    pace: new Pace({ clock: timing.clock, ...describeQuota }),
    bucket: () => {
      if (bucket !== undefined && bucket !== '') return bucket;
      throw new ClientConfigurationError(
        'No bucket is known. Set BUCKET_NAME to its full name, stage included, e.g. ds97068processinput-dev.',
      );
    },
    encryption: options.encryption ?? process.env.BUCKET_ENCRYPTION ?? 'AES256',
  };
}

async function handlerOptions(proxy: string | undefined) {
  const agent = await proxyAgent(proxy);
  return {
    connectionTimeout: 10_000,
    // Between two bytes, not for the whole request: a large document may take its time.
    socketTimeout: 60_000,
    ...(agent === undefined ? {} : { httpAgent: agent, httpsAgent: agent }),
  };
}

function at(endpoint: string | undefined): { endpoint?: string } {
  return endpoint === undefined ? {} : { endpoint };
}

/** Servers other than S3 itself rarely answer for `<bucket>.<host>`. */
function isOtherServer(s3Endpoint: string | undefined): boolean {
  const urls = [s3Endpoint, process.env.AWS_ENDPOINT_URL_S3, process.env.AWS_ENDPOINT_URL];
  return urls.some((url) => url !== undefined && url !== '');
}
