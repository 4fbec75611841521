import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStepHandler, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { eventOf, schemaOf, taskA } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val","bar":"bar val"}');
  requests = [];
});

const outputOf = (key: string) => readObject(services.s3, `out/ProcessA/${txnId}/${key}`);
const execution = () => eventOf(txnId, 'step-a').execution;

describe('a result', () => {
  it('that breaks its schema is named by step, path and rule; nothing is stored', async () => {
    const schema = schemaOf('v1', 'enum', () => false);
    const handler = createStepHandler({ ...taskA, output: { key: 'step-a-output', schema } }, () => ({
      status: 'secret',
    }));
    await expect(handler(eventOf(txnId, 'step-a'))).rejects.toMatchObject({
      name: 'OutputValidationError',
      message: 'step-a: the result breaks the schema of step-a-output at /status: must meet enum (enum).',
    });
    expect(requests).toEqual(['GET <id>']);
  });

  it.each([{ result: undefined }, { result: Number.NaN }, { result: [() => 1] }])(
    'that JSON cannot hold ($result) is refused; nothing is stored',
    async ({ result }) => {
      const attempt = createStepHandler(taskA, () => result)(eventOf(txnId, 'step-a'));
      await expect(attempt).rejects.toMatchObject({ name: 'NotJsonError' });
      expect(requests).toEqual(['GET <id>']);
    },
  );

  it('of a body that throws is its error, unchanged', async () => {
    const attempt = createStepHandler(taskA, () => Promise.reject(new RangeError('mine')))(
      eventOf(txnId, 'step-a'),
    );
    await expect(attempt).rejects.toBeInstanceOf(RangeError);
  });
});

describe('a repeated attempt', () => {
  it.each([{ retry: 1 }, { redrive: 1 }])(
    '(%j) adopts what was stored, at the price of one GET',
    async (again) => {
      let runs = 0;
      const handler = createStepHandler(taskA, () => ({ run: ++runs }));
      await handler(eventOf(txnId, 'step-a'));
      requests = [];
      await handler(eventOf(txnId, 'step-a', again));
      expect(requests).toEqual(['GET out/ProcessA/<id>/step-a-output']);
      expect((await outputOf('step-a-output')).text).toBe('{"run":1}');
    },
  );

  it('runs the body where nothing was stored', async () => {
    await createStepHandler(taskA, () => 7)(eventOf(txnId, 'step-a', { retry: 2 }));
    expect((await outputOf('step-a-output')).text).toBe('7');
  });

  it('of 16 at once leaves one output, which all adopt', async () => {
    let runs = 0;
    const handler = createStepHandler(taskA, () => ({ run: ++runs }));
    await Promise.all(Array.from({ length: 16 }, () => handler(eventOf(txnId, 'step-a'))));
    expect(runs).toBe(16);
    expect(await services.versions(`out/ProcessA/${txnId}/`)).toEqual({
      [`out/ProcessA/${txnId}/step-a-output`]: 1,
    });
  });

  it('of another execution is refused and writes nothing', async () => {
    await createStepHandler(taskA, () => 1)(eventOf(txnId, 'step-a'));
    const other = { ...eventOf(txnId, 'step-a'), execution: 'arn:other' };
    for (const event of [other, { ...other, retry: 1 }]) {
      await expect(createStepHandler(taskA, () => 2)(event)).rejects.toMatchObject({
        name: 'DocumentOwnedError',
        owner: execution(),
      });
    }
    expect((await outputOf('step-a-output')).text).toBe('1');
  });
});
