import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type _Object, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { createS3Service } from '../../../local/dist/s3/index.js';
import { createStatesService } from '../../../local/dist/states/index.js';
import { type Front, type Meddle, openFront } from './front.js';

export const bucketName = 'runtime-test-dev';

/** The embedded S3 and Step Functions behind one server, and a front through which the code under test reaches them. */
export interface TestServices {
  /** Reaches the services directly: for arranging and looking. */
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  readonly backend: string;
  readonly front: Front;
  /** ARN of a state machine whose executions succeed at once. */
  readonly childMachine: string;
  /** How many versions each object below the prefix has. */
  versions(prefix: string): Promise<Readonly<Record<string, number>>>;
  /** Names of the child's executions. */
  executions(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Stands for the functions of state machines. */
type Invoke = Parameters<typeof createStatesService>[0]['invoke'];

/**
 * Starts the services and points this process's environment at the front.
 *
 * @param invoke Default: every function answers an empty object.
 */
export async function startServices(
  meddle: Meddle = () => undefined,
  invoke: Invoke = async () => ({ kind: 'success', payload: '{}' }),
): Promise<TestServices> {
  const storage = await createS3Service();
  await storage.ensureBucket(bucketName, { versioning: true });
  const states = createStatesService({
    region: 'us-east-1',
    accountId: '000000000000',
    invoke,
  });
  const definition = { QueryLanguage: 'JSONata', StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
  const childMachine = states.putStateMachine({ name: 'child-dev', definition: JSON.stringify(definition) });
  const server = createServer((request, response) => {
    void (request.headers['x-amz-target'] ? states : storage).handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const backend = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const front = await openFront(backend, meddle);
  Object.assign(process.env, environmentFor(front.url, childMachine));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const s3 = new S3Client({ endpoint: backend, region: 'us-east-1', forcePathStyle: true, credentials });
  const sfn = new SFNClient({ endpoint: backend, region: 'us-east-1', credentials });
  return {
    s3,
    sfn,
    backend,
    front,
    childMachine,
    versions: async (prefix) => countVersions(s3, prefix),
    executions: async () => {
      const { executions } = await sfn.send(
        new ListExecutionsCommand({ stateMachineArn: childMachine, maxResults: 1000 }),
      );
      return (executions ?? []).map(({ name }) => name ?? '');
    },
    close: async () => {
      s3.destroy();
      sfn.destroy();
      await front.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await states.close();
      await storage.close();
    },
  };
}

/** The environment of a generated function. */
export function environmentFor(endpoint: string, childMachine: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // The functions run on a newer Node.js than the tests may.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    BUCKET_NAME: bucketName,
    CHILD_STATE_MACHINE_ARN: childMachine,
    STATE_MACHINE_ARN: childMachine,
  };
}

async function countVersions(s3: S3Client, prefix: string): Promise<Record<string, number>> {
  const answer = await s3.send(new ListObjectVersionsCommand({ Bucket: bucketName, Prefix: prefix }));
  const counts: Record<string, number> = {};
  for (const { Key = '' } of answer.Versions ?? ([] as _Object[])) counts[Key] = (counts[Key] ?? 0) + 1;
  return counts;
}
