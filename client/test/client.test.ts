import { randomUUID } from 'node:crypto';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../src/client.js';
import { bucket, type GreetingService, serveGreetings } from './greeting-service.js';

let served: GreetingService;
let client: Client;
let s3: S3Client;
let sfn: SFNClient;
const arnOf = (workflow: string): string => served.services.stateMachineArn(`${workflow}-dev`);

beforeAll(async () => {
  served = await serveGreetings();
  const { endpoint } = served.services;
  const settings = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  client = createClient({ ...settings, bucket });
  s3 = new S3Client({ ...settings, forcePathStyle: true });
  sfn = new SFNClient(settings);
});

afterAll(async () => {
  client?.close();
  s3?.destroy();
  sfn?.destroy();
  await served?.close();
});

async function countExecutions(workflow: string): Promise<number> {
  const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: arnOf(workflow) }));
  return executions?.length ?? 0;
}

async function countObjects(): Promise<number> {
  const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  return KeyCount ?? 0;
}

describe('start', () => {
  it('stores the input, starts the execution and hands back what can be known of it', async () => {
    const execution = await client.start(arnOf('Greeting'), { name: 'Ada' });
    expect(execution.txnId).toMatch(/^0x[0-9a-f]{16}$/);
    expect(execution.executionArn).toBe(
      `arn:aws:states:us-east-1:000000000000:execution:Greeting-dev:${execution.txnId}`,
    );
    expect(execution).toMatchObject({ created: true, serverSideEncryption: 'AES256' });
    expect(execution.eTag).toMatch(/^"[0-9a-f]{32}"$/);

    const seen: string[] = [];
    const outcome = await execution.wait({ onStatus: ({ status }) => seen.push(status) });
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', executionArn: execution.executionArn });
    expect(outcome.stopDate?.getTime()).toBeGreaterThanOrEqual(outcome.startDate?.getTime() ?? Number.NaN);
    expect(seen.at(-1)).toBe('SUCCEEDED');
    expect(await execution.status()).toEqual(outcome);

    const document = { name: 'Ada', 'greet-output': { text: 'Hello Ada' } };
    expect(await execution.fetch()).toEqual(document);
    expect(await execution.result()).toEqual(document);
    expect(await execution.fetchText()).toBe(JSON.stringify(document));
  });

  it('twice with one id and one input is one execution', async () => {
    const before = await countExecutions('Greeting');
    const starts = await Promise.all(
      Array.from({ length: 12 }, () => client.start(arnOf('Greeting'), { name: 'Bob' }, { id: 'order-7' })),
    );
    expect(new Set(starts.map(({ executionArn }) => executionArn)).size).toBe(1);
    expect(starts.filter(({ created }) => created)).toHaveLength(1);
    expect(await countExecutions('Greeting')).toBe(before + 1);

    await starts[0]?.wait();
    const late = await client.start(arnOf('Greeting'), { name: 'Bob' }, { id: 'order-7' });
    expect(late.created).toBe(false);
    expect(await late.result()).toMatchObject({ 'greet-output': { text: 'Hello Bob' } });
  });

  it('twice with one id and another input is an error that does not tell the inputs', async () => {
    await client.start(arnOf('Greeting'), { name: 'Carol' }, { id: 'order-8' });
    const failure = await client
      .start(arnOf('Greeting'), { name: 'Mallory' }, { id: 'order-8' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'IdConflictError' });
    expect(String(failure)).not.toMatch(/Carol|Mallory/);
  });

  it('with an id of another workflow is another execution', async () => {
    const one = await client.start(arnOf('Greeting'), { name: 'Dan' }, { id: 'order-9' });
    const other = await client.start(`${arnOf('Held')}`, { name: 'Dan' }, { id: 'order-9' });
    expect(other.txnId).not.toBe(one.txnId);
  });

  it('refuses an input that breaks the known schema, and stores nothing', async () => {
    const before = await countObjects();
    const validate = Object.assign(
      (value: unknown) => typeof (value as { name?: unknown }).name === 'string',
      {
        errors: [{ instancePath: '/name', keyword: 'type', message: 'must be string' }],
      },
    );
    const workflow = {
      workflow: 'Greeting',
      outputKeys: ['greet-output'],
      input: { version: 'v1', validate },
    };
    const target = { stateMachineArn: arnOf('Greeting'), ...workflow };
    await expect(client.start(target, { name: 7 })).rejects.toMatchObject({ name: 'InputValidationError' });
    await expect(client.start(target, { name: 'E', 'greet-output': 1 })).rejects.toMatchObject({
      name: 'InputKeyConflictError',
    });
    expect(await countObjects()).toBe(before);
  });

  it('refuses what is no ARN, and a client without a bucket', async () => {
    await expect(client.start('Greeting-dev', {})).rejects.toMatchObject({ name: 'InvalidArnError' });
    const homeless = createClient({ bucket: '', region: 'us-east-1' });
    await expect(homeless.start(arnOf('Greeting'), {})).rejects.toMatchObject({ name: 'ConfigurationError' });
  });
});

describe('an execution that does not succeed', () => {
  it('tells its error and cause, and its document as far as it came', async () => {
    const execution = await client.start(arnOf('Greeting'), { name: 'Eve', fail: true });
    const outcome = await execution.wait();
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'NobodyHome' });
    expect(outcome.cause).toContain('nobody is at home');
    await expect(execution.result()).rejects.toMatchObject({ name: 'ExecutionFailedError', outcome });
    expect(await execution.fetch()).toEqual({ name: 'Eve', fail: true });
  });

  it('can be stopped by others, and waiters learn of it', async () => {
    const execution = await client.start(arnOf('Held'), { name: 'Frank' });
    const waiting = execution.wait();
    const { executionArn } = execution;
    await sfn.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'it is late' }));
    expect(await waiting).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'it is late' });
  });

  it('can run out of its time', async () => {
    const execution = await client.start(arnOf('Hasty'), { name: 'Grace' });
    expect(await execution.wait({ timeoutSeconds: 20 })).toMatchObject({ status: 'TIMED_OUT' });
  });
});

describe('an execution that runs', () => {
  it('has a document made of what is written so far', async () => {
    const execution = await client.start(arnOf('Held'), { name: 'Heidi' });
    await expect
      .poll(() => execution.fetch(), { timeout: 10_000 })
      .toEqual({ name: 'Heidi', 'greet-output': { text: 'Hello Heidi' } });
    expect(await execution.status()).toMatchObject({ status: 'RUNNING' });
  });

  it('has its document at a stage with a dash as well, found by the ARN alone', async () => {
    const machine = served.services.stateMachineArn('Held-pr-7');
    const { executionArn } = await client.start(machine, { name: 'Heidi' });
    await expect
      .poll(() => client.fetch({ executionArn }), { timeout: 10_000 })
      .toEqual({ name: 'Heidi', 'greet-output': { text: 'Hello Heidi' } });
  });

  it('runs on after a wait gave up', async () => {
    const execution = await client.start(arnOf('Held'), { name: 'Ivan' });
    await expect(execution.wait({ timeoutSeconds: 0.3 })).rejects.toMatchObject({ name: 'WaitTimeoutError' });
    expect(await execution.status()).toMatchObject({ status: 'RUNNING' });
  });

  it('is found by its state machine and transaction id', async () => {
    const { txnId, executionArn } = await client.start(arnOf('Held'), { name: 'Judy' });
    const reference = { stateMachineArn: `${arnOf('Held')}:live`, txnId };
    expect(await client.status(reference)).toMatchObject({ executionArn, status: 'RUNNING' });
    expect(await client.execution(reference)).toMatchObject({ txnId, executionArn });
  });
});

describe('an execution that an older client started', () => {
  it('is waited for and fetched by its ARN alone', async () => {
    const key = '0x58fe985b67000000';
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{"name":"Kay"}' }));
    const { executionArn = '' } = await sfn.send(
      new StartExecutionCommand({
        stateMachineArn: arnOf('Greeting'),
        name: randomUUID(),
        input: JSON.stringify({ processData: key }),
      }),
    );
    expect(await client.wait({ executionArn })).toMatchObject({ status: 'SUCCEEDED' });
    expect(await client.fetch({ executionArn })).toEqual({
      name: 'Kay',
      'greet-output': { text: 'Hello Kay' },
    });
  });
});

describe('what is not there', () => {
  it('is an error of Step Functions or of the data plane, by name', async () => {
    await expect(client.start(arnOf('Nobody'), { name: 'L' })).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    const executionArn = `${arnOf('Greeting').replace('stateMachine', 'execution')}:0x00000000`;
    await expect(client.status({ executionArn })).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    await expect(client.fetch({ executionArn })).rejects.toMatchObject({ name: 'DocumentNotFoundError' });
  });
});
