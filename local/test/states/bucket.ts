import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createS3Service } from '../../src/s3/index.js';
import type { StatesOptions } from '../../src/states/index.js';

/** The embedded S3 behind a server of its own, with the bucket `data`. */
export interface Bucket {
  /** For the service under test. */
  readonly s3: NonNullable<StatesOptions['s3']>;
  readonly client: S3Client;
  put(key: string, body: string): Promise<void>;
  get(key: string): Promise<string>;
  keys(prefix?: string): Promise<string[]>;
  close(): Promise<void>;
}

const Bucket = 'data';

export async function startBucket(): Promise<Bucket> {
  const service = await createS3Service({});
  const server = createServer((request, response) => void service.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const client = new S3Client({ ...address, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket }));
  return {
    s3: () => address,
    client,
    put: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    get: async (Key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return String(await Body?.transformToString());
    },
    keys: async (Prefix = '') => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      return Contents.map(({ Key }) => String(Key));
    },
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
    },
  };
}
