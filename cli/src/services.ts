import { resolve } from 'node:path';
import { type LocalServices, type Log, startLocalServices } from '@sfs3/local';

/** What a command says about the services; the rest comes from the environment. */
export interface ServicesOptions {
  readonly log: Log;
  readonly port?: number;
  readonly directory?: string;
}

/** Starts the embedded services as the environment says: AWS_REGION, and AWS_ENDPOINT_URL_S3 where S3 is another server. */
export function startServices({ log, port = 0, directory }: ServicesOptions): Promise<LocalServices> {
  const { AWS_REGION, AWS_ENDPOINT_URL_S3 } = process.env;
  return startLocalServices({
    log,
    port,
    ...(directory === undefined ? {} : { directory: resolve(directory) }),
    ...(isSet(AWS_REGION) ? { region: AWS_REGION } : {}),
    ...(isSet(AWS_ENDPOINT_URL_S3) ? { s3Endpoint: AWS_ENDPOINT_URL_S3, ...credentialsForS3() } : {}),
  });
}

/** Another S3 server wants its own credentials; the embedded services take any. */
function credentialsForS3() {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!isSet(AWS_ACCESS_KEY_ID) || !isSet(AWS_SECRET_ACCESS_KEY)) return {};
  return {
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(isSet(AWS_SESSION_TOKEN) ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    },
  };
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
