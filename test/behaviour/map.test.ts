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
    'steps/Import/read.ts': `export const run = ({ input, 'review-output': review }) =>
      review ? input.second : input.first;`,
    'steps/Import/check.ts': `export const run = ({ row }) => {
      if (row.article === 'a2' || row.article === 'bad') throw Object.assign(new Error('a2'), { name: 'BadRow' });
      return { ok: true };
    };`,
    'steps/Import/ask.ts': `export const run = ({ row, context }) =>
      context.logger.info('asked', { row: row.article, token: context.taskToken, iteration: context.iteration });`,
    'steps/Import/review.ts': `export const run = ({ checked, context }) => {
      context.logger.info('reviewed', { checked });
      return { again: checked.length === 5 };
    };`,
    'steps/Import/done.ts': 'export const run = ({ checked }) => checked;',
    'steps/Survey/ask.ts': `export const run = ({ person, context }) => context.logger.info('asked', { person });`,
    'steps/Survey/thank.ts': `export const run = (reads) => reads.person + ': ' + reads['ask-output'];`,
    'steps/Survey/skip.ts': `export const run = ({ person }) => person;`,
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
    expect(await execution.fetch()).toMatchObject({
      parcels: [],
      'labels-output': [],
      'sum-up-output': [0, []],
    });
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

describe('a distributed map', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => line(`a${at}`, at + 1));

  it('tolerates failures, leaves null in their places, and begins anew on a loop', async () => {
    const release = service.holdTime();
    const execution = await service.start('Import', {
      first: rows(5),
      second: [line('b0', 1), line('b1', 1), line('a2', 1)],
    });
    const { txnId } = execution;
    const answer = async (article: string, output: number): Promise<void> => {
      const { token } = await service.logged({ txnId, message: 'asked', row: article });
      await service.client.complete(String(token), output);
    };
    for (const at of [0, 1, 3, 4]) await answer(`a${at}`, at * 10);
    await answer('b0', 100);
    await answer('b1', 101);
    release();
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution.fetch()).toMatchObject({
      checked: [100, 101, null],
      'done-output': [100, 101, null],
    });
    const first = await service.logged({ txnId, message: 'reviewed' });
    expect(first.checked).toEqual([0, 10, null, 30, 40]);
  });

  it('fails when more fail than are tolerated, and says in S3 which did', async () => {
    const execution = await service.start('Import', {
      first: [line('bad', 1), line('bad', 2), line('bad', 3)],
    });
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'TooManyFailed' });
    const written = Object.keys(await service.versions(`runs/Import/${execution.txnId}/each-row/`));
    const failed = written.find((key) => /FAILED_0\.json$/.test(key)) ?? '';
    const children = JSON.parse(await service.object(`runs/Import/${execution.txnId}/each-row/${failed}`));
    const causes = children.map(({ Cause }: { Cause: string }) => JSON.parse(Cause));
    // Which two come first is chance; the third may be stopped before it fails.
    expect(causes.length).toBeGreaterThanOrEqual(2);
    for (const cause of causes) expect(cause).toMatchObject({ iteration: expect.any(Number), step: 'check' });
  });
});

it('takes an answer for each iteration', async () => {
  const release = service.holdTime();
  const execution = await service.start('Survey', { people: ['Ann', 'Bo', 'Cy'] });
  const { txnId } = execution;
  const stateMachineArn = service.stateMachineArn('Survey');
  for (const person of ['Ann', 'Bo', 'Cy']) await service.logged({ txnId, message: 'asked', person });
  await service.client.complete({ stateMachineArn, txnId, step: 'ask', iteration: 2 }, 7);
  await service.client.complete({ stateMachineArn, txnId, step: 'ask', iteration: [0] }, 1);
  release();
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  const written = Object.keys(await service.versions(`map/Survey/${txnId}/each/`));
  expect(written.sort()).toEqual([
    'ask-output/00000000',
    'ask-output/00000002',
    'silence/00000001',
    'thanks/00000000',
    'thanks/00000002',
  ]);
  expect(await service.object(`map/Survey/${txnId}/each/thanks/00000002`)).toBe('"Cy: 7"');
});
