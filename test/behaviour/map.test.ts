import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('map', {
    'steps/Batch/prepare.ts': 'export const run = () => ({ rates: [0.5, 1, 1.5] });',
    'steps/Batch/weigh.ts': `export const run = ({ order, context }) => {
      if (order.id === 'broken') throw Object.assign(new Error('no scales'), { name: 'ScalesBroken' });
      return { heavy: order.lines.some(({ count }) => count > 9) };
    };`,
    'steps/Batch/pick.ts': `export const run = ({ order, line, context }) =>
      \`\${order.id}: \${line.count} \${line.article} @\${context.iteration.join('.')}\`;`,
    'steps/Batch/lift.ts': 'export const run = ({ context }) => context.logger.info("lifted");',
    'steps/Batch/pack.ts': `export const run = ({ order, picked, context }) => {
      if (order.urgent && context.attempt === 1) throw Object.assign(new Error('torn'), { name: 'TapeTorn' });
      return { parcel: [order.id, ...picked].join(', ') };
    };`,
    'steps/Batch/label.ts': 'export const run = ({ parcel }) => parcel.map(({ parcel }) => parcel.length);',
    'steps/Batch/note.ts': 'export const run = () => undefined;',
    'steps/Batch/apologise.ts': 'export const run = ({ error }) => error;',
    'steps/Batch/report.ts': 'export const run = ({ parcels }) => parcels.length;',
    'steps/Batch/sum-up.ts': `export const run = (reads) =>
      [reads.parcels?.length ?? 'none', reads['labels-output'] ?? 'none'];`,
  });
});
afterAll(() => service?.close());

const line = (article: string, count: number) => ({ article, count });

describe('a map', () => {
  it('runs its steps once for each item, maps inside too, and collects in order', async () => {
    const orders = [
      { id: 'a', lines: [line('nail', 3), line('screw', 12)] },
      { id: 'b', urgent: true, lines: [] },
      { id: 'c', lines: [line('bolt', 1)] },
    ];
    const execution = await service.start('Batch', { orders });
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    const parcels = [
      { parcel: 'a, a: 3 nail @0.0, a: 12 screw @0.1' },
      { parcel: 'b' },
      { parcel: 'c, c: 1 bolt @2.0' },
    ];
    expect(await execution.fetch()).toEqual({
      orders,
      'prepare-output': { rates: [0.5, 1, 1.5] },
      parcels,
      'labels-output': [[35, 1], [17]],
      'report-output': 3,
      'sum-up-output': [3, [[35, 1], [17]]],
    });
    const { txnId } = execution;
    expect(await service.versions(`map/Batch/${txnId}/`)).toEqual({
      'each-order/weigh-output/00000000': 1,
      'each-order/weigh-output/00000001': 1,
      'each-order/weigh-output/00000002': 1,
      'each-line/pick-output/00000000/00000000': 1,
      'each-line/pick-output/00000000/00000001': 1,
      'each-line/pick-output/00000002/00000000': 1,
      'each-order/picked/00000000': 1,
      'each-order/picked/00000001': 1,
      'each-order/picked/00000002': 1,
      'each-order/pack-output/00000000': 1,
      'each-order/pack-output/00000001': 1,
      'each-order/pack-output/00000002': 1,
      'labels/label-output/00000000': 1,
      'labels/label-output/00000001': 1,
    });
  });

  it('goes over nothing', async () => {
    const execution = await service.start('Batch', { orders: [] });
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution.fetch()).toMatchObject({ parcels: [], 'labels-output': [], 'sum-up-output': [0, []] });
  });

  it('names the iteration that failed', async () => {
    const orders = [
      { id: 'a', lines: [] },
      { id: 'broken', lines: [] },
    ];
    const execution = await service.start('Batch', { orders });
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution.fetch()).toMatchObject({
      'apologise-output': {
        name: 'ScalesBroken',
        message: 'no scales',
        step: 'each-order',
        iteration: { number: 1, step: 'weigh' },
      },
      'sum-up-output': ['none', 'none'],
    });
  });
});
