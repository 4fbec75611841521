import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../src/create-client.js';
import { bucket, type GreetingService, serveGreetings } from './greeting-service.js';

let served: GreetingService;

beforeAll(async () => {
  served = await serveGreetings();
});
afterAll(() => served?.close());

async function countExecutions(workflow: string): Promise<number> {
  const { executions } = await served.sfn.send(
    new ListExecutionsCommand({ stateMachineArn: served.arnOf(workflow) }),
  );
  return executions?.length ?? 0;
}

/** Only a start makes documents; outputs may still come from executions of the tests before. */
async function countDocuments(): Promise<number> {
  const { KeyCount } = await served.s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: '0x' }));
  return KeyCount ?? 0;
}

describe('start', () => {
  it('stores the input, starts the execution and hands back what can be known of it', async () => {
    const execution = await served.client.start(served.arnOf('Greeting'), { name: 'Ada' });
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
      Array.from({ length: 12 }, () =>
        served.client.start(served.arnOf('Greeting'), { name: 'Bob' }, { id: 'order-7' }),
      ),
    );
    expect(new Set(starts.map(({ executionArn }) => executionArn)).size).toBe(1);
    expect(starts.filter(({ created }) => created)).toHaveLength(1);
    expect(await countExecutions('Greeting')).toBe(before + 1);

    await starts[0]?.wait();
    const late = await served.client.start(served.arnOf('Greeting'), { name: 'Bob' }, { id: 'order-7' });
    expect(late.created).toBe(false);
    expect(await late.result()).toMatchObject({ 'greet-output': { text: 'Hello Bob' } });
  });

  it('twice with one id and another input is an error that does not tell the inputs', async () => {
    await served.client.start(served.arnOf('Greeting'), { name: 'Carol' }, { id: 'order-8' });
    const failure = await served.client
      .start(served.arnOf('Greeting'), { name: 'Mallory' }, { id: 'order-8' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'IdConflictError' });
    expect(String(failure)).not.toMatch(/Carol|Mallory/);
  });

  it('with an id of another workflow is another execution', async () => {
    const one = await served.client.start(served.arnOf('Greeting'), { name: 'Dan' }, { id: 'order-9' });
    const other = await served.client.start(`${served.arnOf('Held')}`, { name: 'Dan' }, { id: 'order-9' });
    expect(other.txnId).not.toBe(one.txnId);
  });

  it('refuses an input that breaks the known schema, and stores nothing', async () => {
    const before = await countDocuments();
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
    const target = { stateMachineArn: served.arnOf('Greeting'), ...workflow };
    await expect(served.client.start(target, { name: 7 })).rejects.toMatchObject({
      name: 'InputValidationError',
    });
    await expect(served.client.start(target, { name: 'E', 'greet-output': 1 })).rejects.toMatchObject({
      name: 'InputKeyConflictError',
    });
    expect(await countDocuments()).toBe(before);
  });

  it('refuses what is no ARN, and a client without a bucket', async () => {
    await expect(served.client.start('Greeting-dev', {})).rejects.toMatchObject({ name: 'InvalidArnError' });
    const homeless = createClient({ bucket: '', region: 'us-east-1' });
    await expect(homeless.start(served.arnOf('Greeting'), {})).rejects.toMatchObject({
      name: 'ClientConfigurationError',
    });
  });
});
