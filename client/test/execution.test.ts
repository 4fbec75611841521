import { randomUUID } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, type GreetingService, serveGreetings } from './greeting-service.js';

let served: GreetingService;

beforeAll(async () => {
  served = await serveGreetings();
});
afterAll(() => served?.close());

describe('an execution that does not succeed', () => {
  it('tells its error and cause, and its document as far as it came', async () => {
    const execution = await served.client.start(served.arnOf('Greeting'), { name: 'Eve', fail: true });
    const outcome = await execution.wait();
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'NobodyHome' });
    expect(outcome.cause).toContain('nobody is at home');
    await expect(execution.result()).rejects.toMatchObject({ name: 'ExecutionFailedError', outcome });
    expect(await execution.fetch()).toEqual({ name: 'Eve', fail: true });
  });

  it('can be stopped by others, and waiters learn of it', async () => {
    const execution = await served.client.start(served.arnOf('Held'), { name: 'Frank' });
    const waiting = execution.wait();
    const { executionArn } = execution;
    await served.sfn.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'it is late' }));
    expect(await waiting).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'it is late' });
  });

  it('can run out of its time', async () => {
    const execution = await served.client.start(served.arnOf('Hasty'), { name: 'Grace' });
    expect(await execution.wait({ timeoutSeconds: 20 })).toMatchObject({ status: 'TIMED_OUT' });
  });
});

describe('an execution that runs', () => {
  it('has a document made of what is written so far', async () => {
    const execution = await served.client.start(served.arnOf('Held'), { name: 'Heidi' });
    await expect
      .poll(() => execution.fetch(), { timeout: 10_000 })
      .toEqual({ name: 'Heidi', 'greet-output': { text: 'Hello Heidi' } });
    expect(await execution.status()).toMatchObject({ status: 'RUNNING' });
  });

  it('has its document at a stage with a dash as well, found by the ARN alone', async () => {
    const machine = served.services.stateMachineArn('Held-pr-7');
    const { executionArn } = await served.client.start(machine, { name: 'Heidi' });
    await expect
      .poll(() => served.client.fetch({ executionArn }), { timeout: 10_000 })
      .toEqual({ name: 'Heidi', 'greet-output': { text: 'Hello Heidi' } });
  });

  it('runs on after a wait gave up', async () => {
    const execution = await served.client.start(served.arnOf('Held'), { name: 'Ivan' });
    await expect(execution.wait({ timeoutSeconds: 0.3 })).rejects.toMatchObject({ name: 'WaitTimeoutError' });
    expect(await execution.status()).toMatchObject({ status: 'RUNNING' });
  });

  it('is found by its state machine and transaction id', async () => {
    const { txnId, executionArn } = await served.client.start(served.arnOf('Held'), { name: 'Judy' });
    const reference = { stateMachineArn: `${served.arnOf('Held')}:live`, txnId };
    expect(await served.client.status(reference)).toMatchObject({ executionArn, status: 'RUNNING' });
    expect(await served.client.execution(reference)).toMatchObject({ txnId, executionArn });
  });
});

describe('an execution that an older client started', () => {
  it('is waited for and fetched by its ARN alone', async () => {
    const key = '0x58fe985b67000000';
    await served.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{"name":"Kay"}' }));
    const { executionArn = '' } = await served.sfn.send(
      new StartExecutionCommand({
        stateMachineArn: served.arnOf('Greeting'),
        name: randomUUID(),
        input: JSON.stringify({ processData: key }),
      }),
    );
    expect(await served.client.wait({ executionArn })).toMatchObject({ status: 'SUCCEEDED' });
    expect(await served.client.fetch({ executionArn })).toEqual({
      name: 'Kay',
      'greet-output': { text: 'Hello Kay' },
    });
  });
});

describe('what is not there', () => {
  it('is an error of Step Functions or of the data plane, by name', async () => {
    await expect(served.client.start(served.arnOf('Nobody'), { name: 'L' })).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    const executionArn = `${served.arnOf('Greeting').replace('stateMachine', 'execution')}:0x00000000`;
    await expect(served.client.status({ executionArn })).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
    await expect(served.client.fetch({ executionArn })).rejects.toMatchObject({
      name: 'DocumentNotFoundError',
    });
  });
});
