import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { createS3Service, type S3Options, type S3Service } from '../../src/s3/index.js';

/** An S3 service behind a server of its own, and a client for it. */
export interface Endpoint {
  readonly url: string;
  readonly service: S3Service;
  readonly server: Server;
  readonly s3: S3Client;
  readonly close: () => Promise<void>;
}

/** Serves S3 on loopback for one test file. */
export async function startEndpoint(options: S3Options = {}, config: S3ClientConfig = {}): Promise<Endpoint> {
  const service = await createS3Service(options);
  const server = createServer((request, response) => void service.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const s3 = clientFor(url, config);
  const close = async (): Promise<void> => {
    s3.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await service.close();
  };
  return { url, service, server, s3, close };
}

/** A client for an endpoint; credentials from the environment, where there are any. */
export function clientFor(url: string, config: S3ClientConfig = {}): S3Client {
  const accessKeyId = process.env.AWS_ACCESS_KEY_ID ?? 'test';
  const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY ?? 'test';
  return new S3Client({
    endpoint: url,
    region: process.env.AWS_REGION ?? 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    ...config,
  });
}
