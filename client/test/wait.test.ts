import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, systemTiming } from '../src/clock.js';
import { createClient } from '../src/create-client.js';
import { ExecutionFailedError, WaitTimeoutError } from '../src/errors.js';
import { type Answer, type StatesStub, startStatesStub } from './states-stub.js';
import { VirtualClock } from './virtual-clock.js';

const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:ProcessA-dev:0x58fe985b67000000';
const cleanups: (() => unknown)[] = [];

/** Waits by this clock for what the script answers. */
async function openWith(clock: Clock, script: readonly Answer[]) {
  const stub: StatesStub = await startStatesStub(script);
  const client = createClient(
    { endpoint: stub.endpoint, region: 'us-east-1' },
    { clock, random: () => 0.999 },
  );
  cleanups.push(
    () => client.close(),
    () => stub.close(),
  );
  return { stub, client };
}

/** The same by a clock that the test moves. */
async function open(script: readonly Answer[]) {
  const clock = new VirtualClock();
  return { ...(await openWith(clock, script)), clock };
}

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const clean of cleanups.splice(0)) await clean();
});

describe('wait', () => {
  it('polls with pauses that grow to five seconds and tells how the execution ended', async () => {
    const running: Answer[] = Array.from({ length: 10 }, () => ({ status: 'RUNNING' }));
    const { client, clock, stub } = await open([...running, { status: 'SUCCEEDED' }]);
    const seen: string[] = [];
    const outcome = await clock.runUntil(
      client.wait({ executionArn }, { onStatus: ({ status }) => seen.push(status) }),
    );
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', executionArn });
    expect(seen).toEqual([...running.map(() => 'RUNNING'), 'SUCCEEDED']);
    expect(stub.requests()).toBe(11);
    expect(clock.sleeps.map(Math.round)).toEqual([250, 375, 562, 843, 1264, 1897, 2845, 4267, 4995, 4995]);
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'] as const)('answers %s with error and cause', async (status) => {
    const { client, clock } = await open([{ status, error: 'CardDeclined', cause: 'the bank said no' }]);
    const execution = await client.execution({ executionArn });
    const outcome = await clock.runUntil(execution.wait());
    expect(outcome).toMatchObject({ status, error: 'CardDeclined', cause: 'the bank said no' });

    const failure = await clock.runUntil(execution.result().catch((error: unknown) => error));
    expect(failure).toBeInstanceOf(ExecutionFailedError);
    expect(failure).toMatchObject({
      name: 'ExecutionFailedError',
      outcome: { status, error: 'CardDeclined' },
    });
  });

  it('bears throttling, however long it lasts', async () => {
    const throttled: Answer[] = Array.from({ length: 60 }, () => ({
      fault: 'ThrottlingException',
      code: 400,
    }));
    const { client, clock } = await open([...throttled, { status: 'SUCCEEDED' }]);
    const outcome = await clock.runUntil(client.wait({ executionArn }));
    expect(outcome.status).toBe('SUCCEEDED');
  });

  it('bears an execution that Step Functions does not know yet', async () => {
    const unknown: Answer = { fault: 'ExecutionDoesNotExist', code: 400 };
    const { client, clock } = await open([unknown, unknown, { status: 'SUCCEEDED' }]);
    expect((await clock.runUntil(client.wait({ executionArn }))).status).toBe('SUCCEEDED');
  });

  it('ends with the error when the execution never comes to be', async () => {
    const { client, clock } = await open([{ fault: 'ExecutionDoesNotExist', code: 400 }]);
    await expect(clock.runUntil(client.wait({ executionArn }))).rejects.toThrow(
      expect.objectContaining({ name: 'ExecutionDoesNotExist' }),
    );
  });

  it('ends at once where asking again cannot help', async () => {
    const { client, clock, stub } = await open([{ fault: 'AccessDeniedException', code: 400 }]);
    await expect(clock.runUntil(client.wait({ executionArn }))).rejects.toThrow(
      expect.objectContaining({ name: 'AccessDeniedException' }),
    );
    expect(stub.requests()).toBe(1);
  });

  it('goes on after a cut connection', async () => {
    const { client, clock } = await open(['cut', { status: 'RUNNING' }, 'cut', { status: 'SUCCEEDED' }]);
    expect((await clock.runUntil(client.wait({ executionArn }))).status).toBe('SUCCEEDED');
  });

  it('throws WaitTimeoutError when the time is over between two polls', async () => {
    const { client, clock } = await open([{ status: 'RUNNING' }]);
    const started = clock.now();
    const failure = await clock.runUntil(
      client.wait({ executionArn }, { timeoutSeconds: 30 }).catch((error: unknown) => error),
      2,
    );
    expect(failure).toBeInstanceOf(WaitTimeoutError);
    expect(failure).toMatchObject({ executionArn, timeoutSeconds: 30, lastStatus: 'RUNNING' });
    expect(clock.now() - started).toBe(30_000);
  });

  it('shares one pace among all waiters of a client', async () => {
    const { client, stub } = await openWith(systemTiming.clock, [{ status: 'RUNNING' }]);
    const started = systemTiming.clock.now();
    const waiters = Array.from({ length: 60 }, () => client.wait({ executionArn }, { timeoutSeconds: 1.5 }));
    const outcomes = await Promise.allSettled(waiters);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    const seconds = (systemTiming.clock.now() - started) / 1000;
    expect(stub.requests()).toBeGreaterThan(0);
    expect(stub.requests()).toBeLessThanOrEqual(20 + Math.ceil(10 * seconds));
  });

  it('throws WaitTimeoutError while a poll is not answered', async () => {
    const { client } = await openWith(systemTiming.clock, ['silence']);
    await expect(client.wait({ executionArn }, { timeoutSeconds: 0.2 })).rejects.toMatchObject({
      name: 'WaitTimeoutError',
      lastStatus: undefined,
    });
  });

  it("ends with the signal's reason, in a pause as in a poll", async () => {
    for (const script of [[{ status: 'RUNNING' }], ['silence']] as const) {
      const { client } = await open(script);
      const controller = new AbortController();
      const reason = new Error('the caller went home');
      const waiting = client.wait({ executionArn }, { signal: controller.signal });
      setImmediate(() => controller.abort(reason));
      await expect(waiting).rejects.toBe(reason);
    }
  });

  it('finds the document of an execution that an older client named', async () => {
    const { client } = await open([{ status: 'RUNNING', input: '{"processData":"0x58fe985b67000000"}' }]);
    const named = executionArn.replace('0x58fe985b67000000', '2e2b7150-9d3e-45dd-a363-cefb8bd7e85b');
    expect(await client.execution({ executionArn: named })).toMatchObject({ txnId: '0x58fe985b67000000' });
  });
});
