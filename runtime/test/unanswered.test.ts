import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStepHandler, newTxnId } from '../src/index.js';
import type { StepHandler } from '../src/step/step-flow.js';
import { captureLog } from './support/captured-log.js';
import { type Exchange, errorAnswer } from './support/front.js';
import { putText } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { runWithRetry } from './support/state-machine.js';
import { eventOf, taskB } from './support/steps.js';

const log = captureLog();
let services: TestServices;
let task: StepHandler;
/** By transaction id: some scenarios run at once. */
const scenarios = new Map<string, (exchange: Exchange) => Promise<void> | undefined>();

beforeAll(async () => {
  services = await startServices((exchange) => scenarios.get(exchange.txnId ?? '')?.(exchange));
  task = createStepHandler(taskB, () => ({ doubled: 42 }));
});
afterAll(async () => {
  await services.close();
  log.release();
});

async function arrange(): Promise<string> {
  const txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val"}');
  await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{"value":21}');
  return txnId;
}

describe('a request that is never answered', () => {
  it('is asked again, on a connection of its own', async () => {
    const txnId = await arrange();
    const held: Exchange[] = [];
    scenarios.set(txnId, (exchange) => {
      if (exchange.method !== 'PUT' || held.push(exchange) > 1) return undefined;
      return new Promise(() => undefined);
    });
    expect(await runWithRetry(task, eventOf(txnId, 'step-b'))).toBe(1);
    expect(held).toHaveLength(2);
    expect(held[1]?.port).not.toBe(held[0]?.port);
  });
});

describe('an attempt whose time ends while S3 does not answer', () => {
  it('fails with an error that is retried, before Lambda stops it', async () => {
    await Promise.all(
      ['GET', 'PUT'].map(async (method) => {
        const txnId = await arrange();
        const hold = (exchange: Exchange) =>
          exchange.method === method ? new Promise<void>(() => undefined) : undefined;
        scenarios.set(txnId, hold);
        const ends = performance.now() + 3_000;
        const lambda = { getRemainingTimeInMillis: () => ends - performance.now() };
        const attempt = task(eventOf(txnId, 'step-b'), lambda);
        await expect(attempt).rejects.toMatchObject({ name: 'StoreUnavailableError' });
        expect(lambda.getRemainingTimeInMillis()).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what S3 refuses', () => {
  it('as forbidden on reading counts as not there: an optional read is undefined, a required one may be retried', async () => {
    const txnId = await arrange();
    scenarios.set(txnId, (exchange) =>
      exchange.name.includes('step-a-output')
        ? Promise.resolve(exchange.reply(errorAnswer(exchange, 403, 'AccessDenied')))
        : undefined,
    );
    const reading = (optional: boolean) => ({ ...taskB, reads: [{ key: 'step-a-output', optional }] });
    const event = eventOf(txnId, 'step-b');
    const required = createStepHandler(reading(false), () => 1)(event);
    await expect(required).rejects.toMatchObject({ name: 'S3DataPreconditionError' });
    const seen: unknown[] = [];
    await createStepHandler(reading(true), (reads: object) => seen.push(Object.values(reads)[0]))(event);
    expect(seen).toEqual([undefined]);
  });

  it('as forbidden on writing is no matter for a retry', async () => {
    const txnId = await arrange();
    scenarios.set(txnId, (exchange) =>
      exchange.method === 'PUT'
        ? Promise.resolve(exchange.reply(errorAnswer(exchange, 403, 'AccessDenied')))
        : undefined,
    );
    await expect(runWithRetry(task, eventOf(txnId, 'step-b'))).rejects.toMatchObject({
      name: 'StoreRefusedError',
      operation: 'PutObject',
      code: 'AccessDenied',
    });
  });
});
