import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStepHandler, listReads, newTxnId, type StepContext } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { eventOf, undoingTask } from './support/steps.js';

const definition = {
  ...undoingTask,
  output: { key: 'undone', map: 'each' },
  maps: ['each'],
  reads: [{ key: 'step-a-output', optional: false, map: 'each' }],
  undoes: { step: 'step-a', key: 'step-a-output', map: 'each' },
};

let services: TestServices;
let requests: string[] = [];
let txnId = '';
/** Numbers of iterations, as the body was given them. */
let bodies: unknown[] = [];
/** What befalls an iteration. */
let fate: (iteration: number, signal: AbortSignal) => unknown = () => undefined;
const log = captureLog();

const undo = createStepHandler(
  definition,
  async ({ 'step-a-output': number, context }: { 'step-a-output': number; context: StepContext }) => {
    bodies.push(number);
    await fate(number, context.signal);
    return `undone ${number}`;
  },
  { listReads },
);

beforeAll(async () => {
  services = await startServices(({ name }) => {
    requests.push(name.replaceAll(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  bodies = [];
  fate = () => undefined;
  for (const number of [0, 1, 2, 3]) {
    await putText(
      services.s3,
      `map/ProcessA/${txnId}/each/step-a-output/${String(number).padStart(8, '0')}`,
      `${number}`,
    );
  }
});

const attempt = (retry: number, remainingMs = 60_000) => {
  const end = Date.now() + remainingMs;
  return undo(eventOf(txnId, 'step-b', { retry }), { getRemainingTimeInMillis: () => end - Date.now() });
};

const failure = (number: number) => Object.assign(new Error(`no ${number}`), { name: `No${number}` });

describe('a compensation of a step in a map', () => {
  it('undoes the iterations, the last first', async () => {
    expect(await attempt(0)).toEqual({});
    expect(bodies).toEqual([3, 2, 1, 0]);
  });

  it('undoes what it can, ends with what failed first, and tries again only what is not undone', async () => {
    fate = (number) => {
      if (number % 2 === 0) throw failure(number);
    };
    await expect(attempt(0)).rejects.toMatchObject({ name: 'No2' });
    expect(bodies).toEqual([3, 2, 1, 0]);
    expect(log.lines.filter((line) => line.txnId === txnId)).toContainEqual(
      expect.objectContaining({ message: 'iteration not undone', iteration: '00000000', error: 'No0' }),
    );
    bodies = [];
    fate = (number) => {
      if (number === 0) throw failure(number);
    };
    await expect(attempt(1)).rejects.toMatchObject({ name: 'No0' });
    expect(bodies).toEqual([2, 0]);
    bodies = [];
    requests = [];
    fate = () => undefined;
    expect(await attempt(2)).toEqual({});
    expect(bodies).toEqual([0]);
    expect(requests.filter((name) => /\/0{7}\d/.test(name))).toEqual([
      'GET map/ProcessA/<id>/each/undone/00000000',
      'GET map/ProcessA/<id>/each/step-a-output/00000000',
      'PUT map/ProcessA/<id>/each/undone/00000000',
    ]);
  });

  it('gives up before its time is over where it gets on, and goes on in another attempt', async () => {
    fate = (number, signal) => (number === 2 ? once(signal, 'abort') : undefined);
    await expect(attempt(0, 4_000)).rejects.toMatchObject({
      name: 'UndoUnfinishedError',
      message: '2 of 4 iterations of step "step-a" are undone; a retry goes on with the rest.',
    });
    expect(bodies).toEqual([3, 2]);
    expect(await attempt(1)).toEqual({});
    expect(bodies).toEqual([3, 2, 1, 0]);
  });

  it('ends with the failure where none of its attempts gets on', async () => {
    await attempt(0);
    bodies = [];
    const key = `map/ProcessA/${txnId}/each/step-a-output/00000004`;
    await putText(services.s3, key, '4');
    fate = async (_number, signal) => {
      await once(signal, 'abort');
      throw failure(4);
    };
    await expect(attempt(1, 1_000)).rejects.toMatchObject({ name: 'No4' });
    expect(bodies).toEqual([4]);
  });
});
