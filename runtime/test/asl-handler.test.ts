import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StepDefinition } from '../src/contract/index.js';
import { createAslHandler, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { type EventMore, eventOf, schemaOf, taskB } from './support/steps.js';

const log = captureLog();
let services: TestServices;
let txnId = '';

beforeAll(async () => {
  services = await startServices();
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val"}');
  await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '[1]');
});

const run = (more: EventMore, definition: StepDefinition = taskB) =>
  createAslHandler(definition)(eventOf(txnId, 'step-b', more));
const key = () => `out/ProcessA/${txnId}/step-b-output`;

describe('loading for a state', () => {
  it('answers what is read, by key, and stores nothing', async () => {
    const reads = [...taskB.reads, { key: 'step-c-output', optional: true }];
    const answer = await run({ phase: 'load' }, { ...taskB, reads });
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      reads: { input: { foo: 'foo val' }, 'step-a-output': [1] },
    });
    expect(await services.versions(key())).toEqual({});
  });

  it('answers what was caught', async () => {
    const error = { name: 'NobodyHome', cause: 'why', step: 'charge' };
    const definition = { ...taskB, reads: [{ key: 'error', optional: false }] };
    expect(await run({ phase: 'load', error }, definition)).toEqual({
      reads: { error: { name: 'NobodyHome', message: 'why', step: 'charge' } },
    });
  });

  it('refuses what is more than a state can be handed, and never cuts it short', async () => {
    await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, JSON.stringify('ä'.repeat(102_400)));
    await expect(run({ phase: 'load' })).rejects.toMatchObject({
      name: 'ReadsTooLargeError',
      step: 'step-b',
      size: 204_819,
      message: expect.not.stringContaining('ä'),
    });
    await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, JSON.stringify('ä'.repeat(102_390)));
    expect(await run({ phase: 'load' })).toHaveProperty('reads.input');
  });
});

describe('storing what a state gave', () => {
  it.each([[{ a: [] }], [[]], [null], [false], [0], ['']])('stores it as it is (%j)', async (result) => {
    expect(await run({ phase: 'store', result })).toEqual({});
    const { text, metadata } = await readObject(services.s3, key());
    expect(JSON.parse(text)).toEqual(result);
    expect(metadata).toMatchObject({ 'sfs3-step': 'step-b', 'sfs3-entered': eventOf(txnId, '').entered });
  });

  it('adopts what an earlier attempt stored, and answers its signals', async () => {
    const signals = [{ name: 'total', path: ['total'], measure: 'value' as const }];
    const definition = { ...taskB, output: { key: 'step-b-output', signals } };
    const expected = { signals: { 'step-b-output': { total: 1 } } };
    expect(await run({ phase: 'store', result: { total: 1 } }, definition)).toEqual(expected);
    expect(await run({ phase: 'store', result: { total: 2 }, retry: 1 }, definition)).toEqual(expected);
    expect(await run({ phase: 'store', result: { total: 3 } }, definition)).toEqual(expected);
    expect(await services.versions(key())).toEqual({ [key()]: 1 });
  });

  it('checks it first', async () => {
    const definition = {
      ...taskB,
      output: { key: 'step-b-output', schema: schemaOf('v1', 'type', () => false) },
    };
    await expect(run({ phase: 'store', result: 1 }, definition)).rejects.toMatchObject({
      name: 'OutputValidationError',
    });
    expect(await services.versions(key())).toEqual({});
  });

  it('refuses an event without a result, and one of another phase', async () => {
    await expect(run({ phase: 'store' })).rejects.toMatchObject({ name: 'NotJsonError' });
    for (const more of [{}, { phase: 'other' }]) {
      await expect(run(more)).rejects.toMatchObject({ name: 'InvalidStepEventError', field: 'phase' });
    }
  });
});
