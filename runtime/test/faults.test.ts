import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataNames } from '../src/contract/index.js';
import {
  createAslHandler,
  createAwaitHandler,
  createCallbackHandler,
  createDownstreamHandler,
  createPublisherHandler,
  createStepHandler,
  fetchDocument,
  newTxnId,
} from '../src/index.js';
import { visitDigest } from '../src/start/txn-id.js';
import type { StepHandler } from '../src/step/step-flow.js';
import { captureLog } from './support/captured-log.js';
import { contentHandler, contentTask, pseudoFile } from './support/content-steps.js';
import { type Fault, faults } from './support/faults.js';
import type { Exchange } from './support/front.js';
import { putText, readObject } from './support/objects.js';
import { seededRandom } from './support/random-json.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { runWithRetry } from './support/state-machine.js';
import {
  awaiting,
  callbackTask,
  downstream,
  type EventMore,
  eventOf,
  loopingTask,
  publisher,
  publishingDownstream,
  publishingTask,
  taskB,
  undoingTask,
} from './support/steps.js';

const log = captureLog();
let services: TestServices;
let handlers: Record<Kind, StepHandler>;
/** By transaction id, a child's included: many scenarios run at once. */
const scenarios = new Map<string, (exchange: Exchange) => Promise<void> | undefined>();

const steps = {
  task: taskB,
  looping: loopingTask,
  undoing: undoingTask,
  content: contentTask,
  'content in parts': contentTask,
  callback: callbackTask,
  publishing: publishingTask,
  publisher,
  downstream,
  'publishing downstream': publishingDownstream,
  preparing: awaiting,
  awaiting,
  loading: taskB,
  storing: loopingTask,
};
type Kind = keyof typeof steps;

beforeAll(async () => {
  services = await startServices((exchange) => scenarios.get(exchange.txnId ?? '')?.(exchange));
  handlers = {
    task: createStepHandler(taskB, () => ({ doubled: 42 })),
    looping: createStepHandler(loopingTask, () => ({ doubled: 42 })),
    undoing: createStepHandler(undoingTask, () => ({ doubled: 42 })),
    content: contentHandler(contentTask, () => '%PDF'),
    'content in parts': contentHandler(contentTask, () => pseudoFile(2 ** 23 + 1)),
    callback: createCallbackHandler(callbackTask, () => undefined),
    publishing: createStepHandler(publishingTask, () => ({ doubled: 42 })),
    publisher: createPublisherHandler(publisher),
    downstream: createDownstreamHandler(downstream),
    'publishing downstream': createDownstreamHandler(publishingDownstream),
    preparing: createAwaitHandler(awaiting),
    awaiting: createAwaitHandler(awaiting),
    loading: createAslHandler(taskB),
    storing: createAslHandler(loopingTask),
  };
});
afterAll(async () => {
  await services.close();
  log.release();
});

async function arrange(kind?: Kind): Promise<string> {
  const txnId = newTxnId();
  const owner = { [metadataNames.execution]: eventOf(txnId, '').execution };
  await putText(services.s3, txnId, '{"foo":"foo val"}', owner);
  await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{"value":21}', owner);
  if (kind === 'looping' || kind === 'storing') {
    // What the visit will store: the bytes alone must not tell the two apart.
    const earlier = { ...owner, [metadataNames.entered]: '2026-11-22T08:00:00.000Z' };
    await putText(services.s3, `out/ProcessA/${txnId}/step-b-output`, '{"doubled":42}', earlier);
  }
  return txnId;
}

interface Outcome {
  readonly attempts: number;
  readonly document: string;
  readonly published: boolean;
  readonly versions: readonly number[];
  readonly children: number;
}

/** What the payload of a step has beside the usual. */
function moreOf(child: string): Partial<Record<Kind, EventMore>> {
  return {
    callback: { taskToken: 'a token' },
    preparing: { phase: 'prepare' },
    awaiting: { phase: 'store', child: { processData: child, ended: true } },
    loading: { phase: 'load' },
    storing: { phase: 'store', result: { doubled: 42 } },
  };
}

interface Strike {
  readonly request: number;
  readonly fault: Fault;
  readonly times: number;
}

/** Runs a step under a fault that strikes `times` requests from the n-th on. */
async function run(kind: Kind, strike?: Strike) {
  const txnId = await arrange(kind);
  const child = `0x${visitDigest(eventOf(txnId, ''), steps[kind].step)}`;
  if (kind === 'awaiting') {
    await putText(services.s3, child, '{"child-output":1}', { [metadataNames.published]: 'true' });
  }
  const event = eventOf(txnId, steps[kind].step, moreOf(child)[kind]);
  const seen: string[] = [];
  const scenario = (exchange: Exchange) => {
    const index = seen.push(exchange.name) - 1;
    if (!strike || index < strike.request || index >= strike.request + strike.times) return undefined;
    // Only a conditional write is refused for its condition.
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = exchange.headers;
    if (/4\d\d/.test(strike.fault) && !ifMatch && !ifNoneMatch) return undefined;
    return Promise.resolve(faults[strike.fault](exchange));
  };
  scenarios.set(txnId, scenario).set(child, scenario);
  const attempts = await runWithRetry(handlers[kind], event);
  scenarios.delete(txnId);
  scenarios.delete(child);
  const { s3 } = services;
  const { text, published } = await fetchDocument({ s3, bucket: bucketName, workflow: 'ProcessA', txnId });
  const outcome: Outcome = {
    attempts,
    document: text.replaceAll(child, '<child>').replaceAll(txnId, '<id>'),
    published,
    versions: [
      ...Object.values(await services.versions(`out/ProcessA/${txnId}/`)),
      ...Object.values(await services.versions(`callback/ProcessA/${txnId}/`)),
      ...Object.values(await services.versions(txnId)),
      ...Object.values(await services.versions(child)),
    ],
    children: kind.endsWith('downstream')
      ? (await services.executions()).filter((name) => name === child).length
      : 0,
  };
  return { outcome, seen };
}

/** All at once, but for those that send many bytes: they would keep each other waiting until their requests time out. */
async function runAll<Value>(
  kind: Kind,
  strikes: readonly Strike[],
  run: (strike: Strike) => Promise<Value>,
): Promise<Value[]> {
  const size = kind === 'content in parts' ? 4 : strikes.length;
  const values: Value[] = [];
  for (let first = 0; first < strikes.length; first += size) {
    values.push(...(await Promise.all(strikes.slice(first, first + size).map(run))));
  }
  return values;
}

describe.each(Object.keys(steps) as Kind[])('a step (%s)', (kind) => {
  it('loses nothing and doubles nothing, whatever befalls whichever request', async () => {
    const { outcome: expected, seen } = await run(kind);
    expect(expected.attempts).toBe(1);
    const strikes = seen.flatMap((_name, request) =>
      (Object.keys(faults) as Fault[]).map((fault) => ({ request, fault, times: 1 })),
    );
    await runAll(kind, strikes, async (strike) => {
      const { outcome } = await run(kind, strike);
      // Who retries depends on how much the SDK's client, which all scenarios share, has retried before.
      expect({ ...outcome, attempts: 1, strike }).toEqual({ ...expected, strike });
    });
  }, 120_000);

  it('is mended by the state machine’s Retry where the SDK’s own does not suffice', async () => {
    const { outcome: expected, seen } = await run(kind);
    const strikes = seen.flatMap((_name, request) =>
      (['a 500', 'a lost answer'] as const).map((fault) => ({ request, fault, times: 5 })),
    );
    const attempts = await runAll(kind, strikes, async (strike) => {
      const { outcome } = await run(kind, strike);
      expect({ ...outcome, attempts: 1, strike }).toEqual({ ...expected, strike });
      return outcome.attempts;
    });
    expect(Math.max(...attempts)).toBeGreaterThan(1);
  }, 120_000);
});

describe('a write that was given up on', () => {
  it('and lands while the next attempt’s body runs, is adopted', async () => {
    const txnId = await arrange();
    const late: Exchange[] = [];
    scenarios.set(txnId, (exchange) => {
      if (exchange.method !== 'PUT' || late.length === 4) return undefined;
      late.push(exchange);
      return Promise.resolve(exchange.cut());
    });
    let runs = 0;
    const handler = createStepHandler(taskB, async () => {
      runs += 1;
      if (runs === 2) await late[0]?.forward();
      return { run: runs };
    });
    expect(await runWithRetry(handler, eventOf(txnId, 'step-b'))).toBe(2);
    const { document } = await fetchDocument({
      s3: services.s3,
      bucket: bucketName,
      workflow: 'ProcessA',
      txnId,
    });
    expect(document['step-b-output']).toEqual({ run: 1 });
    const key = `out/ProcessA/${txnId}/step-b-output`;
    expect(await services.versions(key)).toEqual({ [key]: 1 });
  });
});

describe('a whole workflow under random faults', () => {
  it('ends with the same document each time', async () => {
    const random = seededRandom(2018);
    const run = async () => {
      const txnId = await arrange();
      scenarios.set(txnId, (exchange) => {
        const chosen = random() < 0.3 ? Object.keys(faults)[Math.floor(random() * 7)] : undefined;
        if (chosen === undefined || (/4\d\d/.test(chosen) && exchange.method !== 'PUT')) return undefined;
        return Promise.resolve(faults[chosen as Fault](exchange));
      });
      await runWithRetry(handlers.task, eventOf(txnId, 'step-b'));
      await runWithRetry(handlers.publishing, eventOf(txnId, 'step-c'));
      return txnId;
    };
    const documents = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const txnId = await run();
        expect(Object.values(await services.versions(`out/ProcessA/${txnId}/`))).toEqual([1, 1, 1]);
        expect(await services.versions(txnId)).toEqual({ [txnId]: 2 });
        return (await readObject(services.s3, txnId)).text;
      }),
    );
    expect(new Set(documents)).toEqual(
      new Set([
        '{"foo":"foo val","step-a-output":{"value":21},"step-b-output":{"doubled":42},"step-c-output":{"doubled":42}}',
      ]),
    );
  }, 60_000);
});
