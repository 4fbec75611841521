import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('tours', {
    'steps/Book/hire.ts': 'export const run = ({ tour }) => "guide of " + tour.name;',
    'steps/Book/reserve.ts': `export const run = ({ tour, leg, context }) => {
      if (leg.to === 'Nowhere') throw Object.assign(new Error('full'), { name: 'NoSeat' });
      return context.iteration[0] * 10 + context.iteration[1];
    };`,
    'steps/Book/add.ts': `export const run = ({ row }) => {
      if (row.length === 0) throw new Error('nothing to add');
      return row.reduce((sum, seat) => sum + seat, 0);
    };`,
    'steps/Book/pay.ts': `export const run = (reads) => {
      if (reads.input.budget === 0) throw Object.assign(new Error('no money'), { name: 'Broke' });
      return { seats: reads['all-seats'].flat().length, sums: reads.sums };
    };`,
    'steps/Book/release.ts': `export const run = ({ tour, leg, seat, context }) => {
      context.logger.info('released', { seat, leg: leg.to, attempt: context.attempt });
      if (leg.to === 'Pompeii') throw Object.assign(new Error('closed'), { name: 'Closed' });
      return { tour: tour.name, leg: leg.to, seat };
    };`,
    'steps/Book/dismiss.ts': 'export const run = ({ guide }) => guide;',
    'steps/Book/regret.ts': 'export const run = ({ error }) => error;',
  });
});
afterAll(() => service?.close());

const tours = [
  { name: 'North', legs: [{ to: 'Oslo' }, { to: 'Narvik' }] },
  { name: 'None', legs: [] },
  { name: 'South', legs: [{ to: 'Rome' }] },
];

it('collects lists of lists, goes over them, and keeps what is sensitive to itself', async () => {
  const execution = await service.start('Book', { tours });
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  expect(await execution.fetch()).toEqual({
    tours,
    'all-seats': [[0, 1], [], [20]],
    sums: [1, null, 20],
    'pay-output': { seats: 3, sums: [1, null, 20] },
  });
  const list = JSON.parse(await service.object(`out/Book/${execution.txnId}/all-seats`));
  expect(list).toMatchObject({ count: 3, bytes: '[0,1][][20]'.length, missing: [] });
});

describe('steps of maps are undone', () => {
  it('each iteration that was done, where a step after the map fails', async () => {
    const execution = await service.start('Book', { tours, budget: 0 });
    const { txnId } = execution;
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'Broke' });
    expect(await service.versions(`map/Book/${txnId}/each-leg/released/`)).toEqual({
      '00000000/00000000': 1,
      '00000000/00000001': 1,
      '00000002/00000000': 1,
    });
    const north = await service.object(`map/Book/${txnId}/each-leg/released/00000000/00000001`);
    expect(JSON.parse(north)).toEqual({ tour: 'North', leg: 'Narvik', seat: 1 });
    expect(await service.versions(`map/Book/${txnId}/each-tour/dismissed/`)).toEqual({
      '00000000': 1,
      '00000001': 1,
      '00000002': 1,
    });
    expect(await service.object(`map/Book/${txnId}/each-tour/dismissed/00000002`)).toBe('"guide of South"');
    expect(JSON.parse(await service.object(`out/Book/${txnId}/regret-output`))).toMatchObject({
      name: 'Broke',
      step: 'pay',
    });
  });

  it('and only those, where an iteration fails', async () => {
    const full = [{ name: 'East', legs: [{ to: 'Brno' }, { to: 'Nowhere' }] }];
    const execution = await service.start('Book', { tours: full });
    const { txnId } = execution;
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'NoTour' });
    expect(await service.versions(`map/Book/${txnId}/each-leg/released/`)).toEqual({
      '00000000/00000000': 1,
    });
    expect(await service.versions(`map/Book/${txnId}/each-tour/dismissed/`)).toEqual({ '00000000': 1 });
  });

  it('and all that can be, where one cannot', async () => {
    const south = [{ name: 'South', legs: [{ to: 'Rome' }, { to: 'Pompeii' }, { to: 'Bari' }] }];
    const execution = await service.start('Book', { tours: south, budget: 0 });
    const { txnId } = execution;
    const outcome = await execution.wait();
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'Broke' });
    expect(outcome.cause).toContain('Failed after that: release.');
    expect(await service.versions(`map/Book/${txnId}/each-leg/released/`)).toEqual({
      '00000000/00000000': 1,
      '00000000/00000002': 1,
    });
    expect(await service.versions(`map/Book/${txnId}/each-tour/dismissed/`)).toEqual({ '00000000': 1 });
  });
});
