import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callbackObjectKey, metadataNames } from '../src/contract/index.js';
import { fetchDocument, newTxnId, type StepHandler } from '../src/index.js';
import { rowsText } from '../src/lists/item-rows.js';
import { ItemScanner } from '../src/lists/item-scanner.js';
import { captureLog } from './support/captured-log.js';
import { contentTask } from './support/content-steps.js';
import { type Exchange, openFront } from './support/front.js';
import { createKilledHandlers, type Kind } from './support/killed-handlers.js';
import {
  collector,
  itemLister,
  iterationsUndone,
  iterationTask,
  listingAgain,
  listingTask,
} from './support/map-steps.js';
import { readObject } from './support/objects.js';
import { bundleKilledStep, type ChildEnd, runChild } from './support/run-child.js';
import { bucketName, environmentFor, startServices, type TestServices } from './support/services.js';
import {
  awaiting,
  callbackTask,
  downstream,
  type EventMore,
  eventOf,
  idleUndo,
  loopingTask,
  publisher,
  publishingAwait,
  publishingDownstream,
  publishingTask,
  taskB,
  undoingTask,
} from './support/steps.js';

const steps = {
  task: taskB,
  looping: loopingTask,
  undoing: undoingTask,
  'idle undo': idleUndo,
  content: contentTask,
  'content in parts': contentTask,
  callback: callbackTask,
  publishing: publishingTask,
  publisher,
  downstream,
  'publishing downstream': publishingDownstream,
  preparing: awaiting,
  awaiting,
  'publishing await': publishingAwait,
  loading: taskB,
  storing: taskB,
  'storing again': loopingTask,
  listing: listingTask,
  'listing again': listingAgain,
  iteration: iterationTask,
  'item lister': itemLister,
  collector,
  'undoing iterations': iterationsUndone,
};

/** Where the process is killed: before the n-th request is performed, or after it and before its answer. */
interface KillPoint {
  readonly request: number;
  readonly when: 'before' | 'after';
}

let folder = '';
let bundle = '';
let services: TestServices;
/** For the attempt after the one that was killed. */
let handlers: Record<Kind, StepHandler>;
const log = captureLog();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sfs3-kill-'));
  [bundle, services] = await Promise.all([bundleKilledStep(folder), startServices()]);
  handlers = createKilledHandlers(async () => undefined);
});
afterAll(async () => {
  await services.close();
  log.release();
  await rm(folder, { recursive: true, force: true });
});

/** The input and what earlier steps stored. */
async function arrange(kind: Kind): Promise<string> {
  const txnId = newTxnId();
  const put = (Key: string, value: object | string, more: Record<string, string> = {}) =>
    services.s3.send(
      new PutObjectCommand({
        Bucket: bucketName,
        Key,
        Body: typeof value === 'string' ? value : JSON.stringify(value),
        Metadata: { [metadataNames.execution]: eventOf(txnId, '').execution, ...more },
      }),
    );
  await put(txnId, { foo: 'foo val', bar: 'bar val' });
  await put(`out/ProcessA/${txnId}/step-a-output`, { value: 21, rows });
  if (inMap.has(kind)) {
    await put(`items/ProcessA/${txnId}/each-row`, rowsOf({ value: 21, rows }));
    const items = kind === 'iteration' ? [] : kind === 'undoing iterations' ? [0, 2] : rows.keys();
    for (const at of items)
      await put(`map/ProcessA/${txnId}/each-row/pick-output/0000000${at}`, { picked: at });
  }
  if (kind === 'awaiting' || kind === 'publishing await') {
    const published = { [metadataNames.published]: 'true' };
    await put(child.processData, { 'child-output': 1 }, published);
  }
  if (kind === 'listing again') {
    const earlier = { [metadataNames.entered]: '2026-11-22T08:00:00.000Z' };
    await put(`out/ProcessA/${txnId}/step-b-output`, { rows: [0] }, earlier);
    await put(`items/ProcessA/${txnId}/each-b`, [{ start: 9, end: 10 }], earlier);
  }
  if (kind === 'looping' || kind === 'storing again') {
    const earlier = { [metadataNames.entered]: '2026-11-22T08:00:00.000Z' };
    await put(`out/ProcessA/${txnId}/step-b-output`, { doubled: 0 }, earlier);
  }
  return txnId;
}

const rows = [{ parts: [1, 2] }, { parts: [] }, { parts: [3] }];
const inMap: ReadonlySet<Kind> = new Set(['iteration', 'item lister', 'collector', 'undoing iterations']);

/** The rows that say where the items stand. */
function rowsOf(output: object): string {
  const scanner = new ItemScanner(['rows'], 1);
  scanner.push(Buffer.from(JSON.stringify(output)));
  return Buffer.from(rowsText(scanner.ranges)).toString();
}

/** The child that the awaiting steps wait for; it has ended. */
const child = { processData: '0x00000000000000000123456789abcdef', ended: true };

const more: Partial<Record<Kind, EventMore>> = {
  preparing: { phase: 'prepare' },
  awaiting: { phase: 'store', child },
  'publishing await': { phase: 'store', child },
  loading: { phase: 'load' },
  storing: { phase: 'store', result: { doubled: 42 } },
  'storing again': { phase: 'store', result: { doubled: 42 } },
  iteration: { iteration: '00000001' },
  'item lister': { iteration: '00000000' },
  collector: { collect: { items: 3 } },
};

const eventFor = (kind: Kind, txnId: string, retry: number) =>
  eventOf(txnId, steps[kind].step, {
    retry,
    ...(kind === 'callback' ? { taskToken: `token ${retry}` } : more[kind]),
  });

/** Runs the first attempt in a process of its own, which dies at the kill point. */
async function attempt(kind: Kind, txnId: string, kill?: KillPoint): Promise<ChildEnd & { seen: string[] }> {
  const seen: string[] = [];
  const meddle = (exchange: Exchange) => {
    const strikes = seen.push(exchange.name) - 1 === kill?.request;
    return strikes ? dieAt(exchange, kill.when) : undefined;
  };
  const dieAt = async (exchange: Exchange, when: KillPoint['when']) => {
    if (when === 'after') await exchange.forward();
    child.process.kill('SIGKILL');
  };
  const front = await openFront(services.backend, meddle);
  const child = runChild(
    bundle,
    kind,
    eventFor(kind, txnId, 0),
    environmentFor(front.url, services.childMachine),
  );
  const end = await child.end;
  await front.close();
  return { ...end, seen };
}

/** What must be the same whether the process was killed or not. */
async function outcome(txnId: string) {
  const { s3 } = services;
  const { document, published } = await fetchDocument({
    s3,
    bucket: bucketName,
    workflow: 'ProcessA',
    txnId,
  });
  return {
    document: JSON.parse(
      JSON.stringify(document, (name, value) =>
        name === 'nonce'
          ? 'a number'
          : typeof value === 'string'
            ? value.replace(/0x[0-9a-f]{32}/, 'the child').replace(txnId, 'the id')
            : value,
      ),
    ),
    published,
    outputs: Object.values(await services.versions(`out/ProcessA/${txnId}/`)),
    documents: Object.values(await services.versions(txnId)),
    iterations: await services.versions(`map/ProcessA/${txnId}/`).then(Object.values),
    items: await services.versions(`items/ProcessA/${txnId}/`).then(Object.values),
  };
}

async function killedAt(kind: Kind, kill: KillPoint) {
  const txnId = await arrange(kind);
  const killed = await attempt(kind, txnId, kill);
  expect(killed.signal, killed.errors).toBe('SIGKILL');
  const answer = await handlers[kind](eventFor(kind, txnId, 1));
  if (kind === 'looping') expect(answer).toEqual({ signals: { 'step-b-output': { doubled: 42 } } });
  return outcome(txnId);
}

/** How many versions each output has in the end: one for each visit. */
const once = [1, 1];

describe.each<[Kind, number, readonly number[]]>([
  ['task', 6, once],
  ['looping', 7, [1, 2]],
  ['undoing', 6, once],
  ['idle undo', 2, [1]],
  ['content', 6, once],
  ['content in parts', 9, once],
  ['publishing', 8, once],
  ['publisher', 6, [1]],
  ['downstream', 6, once],
  ['publishing downstream', 8, once],
  ['preparing', 4, [1]],
  ['awaiting', 3, once],
  ['publishing await', 7, once],
  ['loading', 3, [1]],
  ['storing', 2, once],
  ['storing again', 3, [1, 2]],
  ['listing', 5, once],
  ['listing again', 8, [1, 2]],
  ['iteration', 5, [1]],
  ['item lister', 4, [1]],
  ['collector', 4, once],
  ['undoing iterations', 12, [1]],
])('the process of a step (%s)', (kind, requests, versions) => {
  it('is killed at each await of its wrapper and run again: the same document, each output once', async () => {
    const txnId = await arrange(kind);
    const whole = await attempt(kind, txnId);
    expect(whole.code, whole.errors).toBe(0);
    // Requests, the body's two notes and the answer: if this number changes, the wrapper has changed.
    expect(whole.seen, whole.seen.join('\n')).toHaveLength(requests);
    const expected = await outcome(txnId);
    expect(expected.outputs).toEqual(versions);
    const points = whole.seen.flatMap((_name, request): KillPoint[] => [
      { request, when: 'before' },
      { request, when: 'after' },
    ]);
    for (let first = 0; first < points.length; first += 2) {
      const results = await Promise.all(points.slice(first, first + 2).map((point) => killedAt(kind, point)));
      for (const result of results) expect(result).toEqual(expected);
    }
  }, 120_000);
});

describe('the process of a callback step', () => {
  it('is killed at each await of its wrapper and run again: the token of the last attempt is there', async () => {
    const whole = await attempt('callback', await arrange('callback'));
    expect(whole.code, whole.errors).toBe(0);
    expect(whole.seen, whole.seen.join('\n')).toHaveLength(6);
    for (const request of whole.seen.keys()) {
      await Promise.all(
        (['before', 'after'] as const).map(async (when) => {
          const txnId = await arrange('callback');
          const killed = await attempt('callback', txnId, { request, when });
          expect(killed.signal, killed.errors).toBe('SIGKILL');
          await handlers.callback(eventFor('callback', txnId, 1));
          const key = callbackObjectKey('ProcessA', txnId, { step: callbackTask.step });
          expect(JSON.parse((await readObject(services.s3, key)).text)).toMatchObject({
            token: 'token 1',
            retry: 1,
          });
          const { [key]: versions = 0 } = await services.versions(key);
          const asked =
            killed.seen.some((name) => name.startsWith('PUT')) &&
            !(killed.seen.at(-1)?.startsWith('PUT') && when === 'before');
          expect(versions).toBe(asked ? 2 : 1);
          expect((await outcome(txnId)).outputs).toEqual([1]);
        }),
      );
    }
  }, 120_000);
});

describe('the children of the killed downstream steps', () => {
  it('were started once each: as many executions as documents', async () => {
    const executions = await services.executions();
    expect(executions).toHaveLength(30);
    for (const name of executions) expect(await services.versions(name)).toEqual({ [name]: 1 });
  });
});
