import { type Client, createClient } from '@sfs3/client';
import type { LocalServices } from '@sfs3/local';

/** A client of the embedded services; what the environment says about the real AWS has no part in it. */
export function localClient(services: LocalServices, bucket: string, encryption: string): Client {
  const { environment, endpoint } = services;
  const sessionToken = environment.AWS_SESSION_TOKEN;
  return createClient({
    bucket,
    encryption,
    endpoint,
    region: environment.AWS_REGION ?? 'us-east-1',
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    ...(environment.AWS_ENDPOINT_URL_S3 === undefined ? {} : { s3Endpoint: environment.AWS_ENDPOINT_URL_S3 }),
  });
}
