import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('asl', {
    'steps/Order/price.ts': `export const run = ({ input }) => ({ total: input.customer === 'poor' ? 10 : 100 });`,
    'steps/Order/note.ts': `export const run = ({ input }) => input.echo;`,
    'steps/Order/apologise.ts': `export const run = ({ error }) => error;`,
  });
});
afterAll(() => service?.close());

async function run(input: object) {
  const execution = await service.start('Order', input);
  return { execution, end: await execution.wait(), document: await execution.fetch() };
}

describe('a state of the spec’s own', () => {
  it('is handed what its step reads, and its result is the step’s output', async () => {
    const { end, document, execution } = await run({ customer: 'c', echo: 'e' });
    expect(end).toMatchObject({ status: 'SUCCEEDED' });
    expect(document).toEqual({
      customer: 'c',
      echo: 'e',
      'price-output': { total: 100 },
      'gross-price': { customer: 'c', gross: 120 },
      'both-output': ['c!', 1],
      echoed: 'e',
      'keep-output': expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(await service.object(`kept/${execution.txnId}`)).toBe('{"total":100}');
  });

  it.each([[[]], [[1]], [[[1]]], [[[]]], [null], [false], [{ a: [] }], ['{% $x %}'], [0.1]])(
    'takes over what it is given as it is (%j)',
    async (echo) => {
      expect((await run({ customer: 'c', echo })).document).toMatchObject({ echoed: echo });
    },
  );

  it('leaves the machine’s own data as it was', async () => {
    const { execution } = await run({ customer: 'c', echo: 'e' });
    expect(await service.output(execution.executionArn)).toEqual({
      processData: execution.txnId,
      signals: { 'gross-price': { gross: 120 } },
    });
    expect(await service.visits(execution.executionArn)).toMatchObject({
      pause: 1,
      'load look': 1,
      look: 1,
      'store look': 1,
      each: 1,
      double: 3,
    });
    expect(await service.versions(`out/Order/${execution.txnId}/`)).toMatchObject({
      'gross-price': 1,
      'both-output': 1,
      echoed: 1,
    });
  });

  it('is retried and caught as its step says', async () => {
    const { document, execution } = await run({ customer: 'nobody', echo: 1 });
    expect(document).toMatchObject({
      'apologise-output': { name: 'NobodyThere', message: 'Nobody is there.', step: 'both' },
    });
    expect(await service.visits(execution.executionArn)).toMatchObject({ both: 1, refuse: 2 });
  });

  it('fails with its expression where that has no value', async () => {
    const { end } = await run({ customer: 'c' });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  it('has its result checked before that is stored', async () => {
    const { end, document } = await run({ customer: 'poor', echo: 'no object' });
    expect(end).toMatchObject({ status: 'FAILED', error: 'OutputValidationError' });
    expect(document).not.toHaveProperty('look-again-output');
    expect((await run({ customer: 'poor', echo: { is: 'one' } })).document).toMatchObject({
      'look-again-output': { is: 'one' },
    });
  });

  it('is not handed more than it can hold', async () => {
    const { end } = await run({ customer: 'c', echo: 'x'.repeat(200 * 1024) });
    expect(end).toMatchObject({ status: 'FAILED', error: 'ReadsTooLargeError' });
    const fits = await run({ customer: 'c', echo: 'x'.repeat(100 * 1024) });
    expect(fits.end).toMatchObject({ status: 'SUCCEEDED' });
  });
});
