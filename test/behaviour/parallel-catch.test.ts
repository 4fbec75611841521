import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

/** A body that does what the input tells it to do by its step's name: returns it, or throws it. */
const obedient = (standard: string): string => `export const run = (reads) => {
  const { input, context } = reads;
  const told = (input ?? reads['price-output'].told)[context.step];
  if (typeof told === 'string') throw Object.assign(new Error('As the input says.'), { name: told });
  return told ?? ${standard};
};`;

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('parallel-catch', {
    'steps/Order/price.ts': `export const run = ({ input }) => ({ total: input.total ?? 20, told: input });`,
    'steps/Order/charge.ts': obedient(`{ receipt: 'r1' }`),
    'steps/Order/invoice.ts': `export const run = ({ error }) => error;`,
    'steps/Order/weigh.ts': obedient(`{ grams: 1000 }`),
    'steps/Order/find-box.ts': `export const run = ({ 'weigh-output': { grams } }) => (grams > 5000 ? 'big' : 'small');`,
    'steps/Order/print-label.ts': obedient(`'printed'`),
    'steps/Order/freight.ts': `export const run = () => 'by ship';`,
    'steps/Order/express.ts': `export const run = () => 'by plane';`,
    'steps/Order/confirm.ts': `export const run = ({ input, context, ...reads }) => {
      if (input.confirm) throw new RangeError('No.');
      return Object.keys(reads).filter((key) => reads[key] !== undefined);
    };`,
    'steps/Order/later.ts': `export const run = ({ error }) => error;`,
    'steps/Order/refund.ts': `export const run = ({ error, 'charge-output': charge }) => ({ error, charge: charge ?? 'none' });`,
  });
});
afterAll(() => service?.close());

async function run(input: object): Promise<Readonly<Record<string, unknown>>> {
  const execution = await service.start('Order', { customer: 'c', ...input });
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  const { customer: _customer, 'price-output': _price, ...document } = await execution.fetch();
  const rest = Object.entries(document).filter(([key]) => !Object.hasOwn(input, key));
  return Object.fromEntries(rest);
}

describe('a parallel step', () => {
  it('has the outputs of all its branches, those of inner ones included', async () => {
    expect(await run({})).toEqual({
      'charge-output': { receipt: 'r1' },
      'weigh-output': { grams: 1000 },
      'find-box-output': 'small',
      'print-label-output': 'printed',
      'confirm-output': ['charge-output', 'find-box-output'],
    });
  });

  it('hands over what its branches hand over, beside what was there before', async () => {
    expect(await run({ weigh: { grams: 100 } })).toMatchObject({ 'express-output': 'by plane' });
    expect(await run({ weigh: { grams: 100 }, total: 5 })).not.toHaveProperty('express-output');
  });

  it('lets each branch choose its end', async () => {
    expect(await run({ weigh: { grams: 0 } })).not.toHaveProperty('find-box-output');
    expect(await run({ weigh: { grams: 40_000 } })).toMatchObject({ 'freight-output': 'by ship' });
  });

  it('runs again as a whole where the spec says so, and stores each output once', async () => {
    const execution = await service.start('Order', { customer: 'c', 'print-label': 'WarehouseBusy' });
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    expect(await execution.fetch()).toMatchObject({
      'refund-output': { error: { name: 'WarehouseBusy', step: 'fulfil' } },
    });
    expect(await service.visits(execution.executionArn)).toMatchObject({
      fulfil: 1,
      weigh: 2,
      'print-label': 2,
    });
    expect(await service.versions(`out/Order/${execution.txnId}/`)).toMatchObject({ 'weigh-output': 1 });
  });
});

describe('a catch', () => {
  it('leads to a step of the branch, which reads the error', async () => {
    const error = { name: 'CardDeclined', message: 'As the input says.', step: 'charge' };
    const document = await run({ charge: 'CardDeclined' });
    expect(document).toMatchObject({
      'invoice-output': error,
      'confirm-output': ['invoice-output', 'find-box-output'],
    });
    expect(document).not.toHaveProperty('charge-output');
  });

  it('of a parallel step catches what its branches do not', async () => {
    expect(await run({ charge: 'BankClosed', 'print-label': null })).toMatchObject({
      'refund-output': {
        error: { name: 'BankClosed', message: 'As the input says.', step: 'fulfil' },
        charge: 'none',
      },
    });
    expect(await run({ weigh: 'WarehouseClosed' })).toMatchObject({
      'later-output': { name: 'WarehouseClosed', step: 'fulfil' },
    });
  });

  it('tells which step it was', async () => {
    expect(await run({ confirm: true })).toMatchObject({
      'refund-output': {
        error: { name: 'RangeError', message: 'No.', step: 'confirm' },
        charge: { receipt: 'r1' },
      },
    });
  });
});
