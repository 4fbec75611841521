import { resolve } from 'node:path';
import { GetBucketVersioningCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startFixture } from '../lambda-fixture.js';

/** A function outside of the workspace has no packages of its own, so it names the SDK by its place. */
const sdk = resolve('node_modules/@aws-sdk/client-s3/dist-es/index.js');
const copy = `
import { GetObjectCommand, PutObjectCommand, S3Client } from '${sdk}';
const s3 = new S3Client();
export const handler = async ({ key }) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: key }));
  const text = await Body.transformToString();
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: key + '-copy', Body: text }));
  return { length: text.length };
};`;

const machine = (definition: object) => ({
  name: 'Copy-dev',
  definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'copy', ...definition }),
  functions: { CopyFunctionArn: 'copy' },
});
const copying = machine({
  States: {
    copy: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      // The placeholder's sign stands alone, since this is no template.
      Arguments: { FunctionName: `$\{CopyFunctionArn}`, Payload: { key: '{% $states.input.key %}' } },
      Output: '{% $states.result.Payload %}',
      End: true,
    },
  },
});
const copyFunction = { source: copy, environment: { BUCKET_NAME: 'test-bucket' } };

let fixture: Fixture;
let s3: S3Client;
let sfn: SFNClient;

beforeAll(async () => {
  fixture = await startFixture();
  await fixture.apply({ copy: copyFunction }, { stateMachines: [copying] });
  const settings = {
    endpoint: fixture.services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  s3 = new S3Client(settings);
  sfn = new SFNClient(settings);
});

afterAll(async () => {
  s3.destroy();
  sfn.destroy();
  await fixture.close();
});

async function execute(
  input: object,
): Promise<{ status: string; output: unknown; error: string | undefined }> {
  const stateMachineArn = fixture.services.stateMachineArn('Copy-dev');
  const start = new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) });
  const { executionArn } = await sfn.send(start);
  for (;;) {
    const { status, output, error } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (status !== undefined && status !== 'RUNNING') {
      return { status, output: output && JSON.parse(output), error };
    }
  }
}

test('a state machine runs a function that reads and writes S3', async () => {
  await s3.send(new PutObjectCommand({ Bucket: 'test-bucket', Key: 'a', Body: 'content' }));
  expect(await execute({ key: 'a' })).toEqual({
    status: 'SUCCEEDED',
    output: { length: 7 },
    error: undefined,
  });
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'test-bucket', Key: 'a-copy' }));
  expect(await Body?.transformToString()).toBe('content');
});

test('an error of a function is the error of the execution', async () => {
  expect(await execute({ key: 'missing' })).toMatchObject({ status: 'FAILED', error: 'NoSuchKey' });
});

test('the bucket is versioned as the service says', async () => {
  const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket: 'test-bucket' }));
  expect(Status).toBe('Enabled');
});

test('an invalid definition is refused whole, and the service before goes on', async () => {
  const broken = machine({ StartAt: 'nowhere', States: { end: { Type: 'Succeed' } } });
  const refused = fixture.apply({ copy: `export const handler = () => 'new'` }, { stateMachines: [broken] });
  await expect(refused).rejects.toMatchObject({ name: 'InvalidStateMachineError', stateMachine: 'Copy-dev' });
  expect(await execute({ key: 'a' })).toMatchObject({ status: 'SUCCEEDED', output: { length: 7 } });
});

test('what a service has no longer is gone', async () => {
  const other = await startFixture();
  const hello = { hello: `export const handler = () => 'hello'` };
  const route = { method: 'GET', path: '/hello', functionName: 'hello', auth: 'none' } as const;
  await other.apply({ ...hello, copy: copyFunction }, { stateMachines: [copying], routes: [route] });
  const client = new SFNClient({
    endpoint: other.services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const describe = () =>
    client.send(
      new DescribeStateMachineCommand({ stateMachineArn: other.services.stateMachineArn('Copy-dev') }),
    );
  expect((await describe()).name).toBe('Copy-dev');
  expect((await fetch(`${other.services.endpoint}/hello`)).status).toBe(200);
  await other.apply(hello);
  await expect(describe()).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  expect((await fetch(`${other.services.endpoint}/hello`)).status).toBe(404);
  expect((await other.invoke('copy')).status).toBe(404);
  client.destroy();
  await other.close();
});

test('closing refuses what waits to be applied, and closing again is nothing', async () => {
  const short = await startFixture();
  await short.close();
  await expect(short.apply({})).rejects.toMatchObject({ name: 'ServicesClosedError' });
  await short.close();
});

test('a reference to a function that is not there is refused', async () => {
  await expect(fixture.apply({}, { stateMachines: [copying] })).rejects.toMatchObject({
    name: 'UnknownFunctionError',
    functionName: 'copy',
  });
});

test('objects may lie on another S3 server, which gets the bucket', async () => {
  const endpoint = fixture.services.endpoint;
  const other = await startFixture({ s3Endpoint: endpoint });
  expect(other.services.environment).toMatchObject({ AWS_ENDPOINT_URL_S3: endpoint });
  const bucket = { name: 'another-bucket', versioning: true };
  const settings = { ...copyFunction, environment: { BUCKET_NAME: bucket.name } };
  await other.apply({ copy: settings }, { bucket });
  await other.apply({ copy: settings }, { bucket });
  await s3.send(new PutObjectCommand({ Bucket: bucket.name, Key: 'b', Body: 'elsewhere' }));
  expect((await other.invoke('copy', { key: 'b' })).payload).toEqual({ length: 9 });
  await other.close();
});
