import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('await', {
    'steps/Shipping/pack.ts': `export const run = ({ input: { customer, left } }) => {
      if (customer === 'nobody') throw Object.assign(new Error('Nobody lives there.'), { name: 'NobodyHome' });
      return { grams: customer === 'small' ? 5 : (left ?? 3000) - 1000 };
    };`,
    'steps/Shipping/label.ts': `export const run = () => 'a secret address';`,
    'steps/Billing/draw.ts': `export const run = ({ input }) => ({ secret: input.total });`,
    'steps/Billing/stamp.ts': `export const run = ({ input }) => 'stamped ' + input.total;`,
    'steps/Rating/score.ts': `import { existsSync, rmSync, writeFileSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    export const run = ({ input: { customer }, context: { txnId } }) => {
      const mark = tmpdir() + '/sfs3-moody-' + txnId;
      const isBetter = existsSync(mark);
      rmSync(mark, { force: true });
      if (customer === 'moody' && !isBetter) writeFileSync(mark, '');
      if (customer === 'rude' || (customer === 'moody' && !isBetter)) {
        throw Object.assign(new Error('No.'), { name: 'BadManners' });
      }
    };`,
    'steps/Closing/file.ts': `export const run = ({ input: { bill } }) => {
      if (bill.total === 5) throw Object.assign(new Error('No.'), { name: 'TooLittle' });
      return Object.keys(bill);
    };`,
    'steps/Order/apologise.ts': `export const run = ({ error }) => error;`,
  });
});
afterAll(() => service?.close());

async function ended(input: object) {
  const execution = await service.start('Order', input);
  const end = await execution.wait();
  return { execution, end };
}

describe('a downstream step that waits', () => {
  it('writes who the child is, and its document, for conditions and readers behind it', async () => {
    const { execution, end } = await ended({ customer: 'c' });
    expect(end).toMatchObject({ status: 'SUCCEEDED' });
    const document = await execution.fetch();
    const { shipment } = document as { shipment: Record<string, Record<string, unknown>> };
    expect(shipment.document).toMatchObject({
      customer: 'c',
      left: 2000,
      'pack-output': { grams: 1000 },
      'label-output': { $ref: expect.stringContaining('/label-output') },
    });
    expect(document).toMatchObject({
      'bill-output': { document: { total: 1000, 'stamp-output': 'stamped 1000' } },
      'finish-output': { document: { 'file-output': ['total', 'stamp-output'] } },
    });
    expect(JSON.stringify(document)).not.toContain('secret');
  });

  it('starts one child for each visit, and each of them once', async () => {
    const { execution } = await ended({ customer: 'c' });
    expect(await service.visits(execution.executionArn)).toMatchObject({
      ship: 2,
      'wait for ship': 2,
      'store ship': 2,
      rate: 1,
      'wait for rate': 1,
      'store rate': 1,
    });
    expect(await service.versions(`out/Order/${execution.txnId}/`)).toMatchObject({
      shipment: 2,
      'bill-output': 1,
      'finish-output': 1,
    });
  });

  it('hands nothing on of what its states tell each other', async () => {
    const { execution } = await ended({ customer: 'c' });
    expect(await service.output(execution.executionArn)).toEqual({
      processData: execution.txnId,
      signals: { shipment: { 'document.pack-output.grams': 1000 } },
    });
    const history = await service.history(execution.executionArn);
    expect(history).toContain('startExecution.sync:2');
    expect(history).not.toContain('secret');
  });

  it('fails with its child, and its catch reads what the child failed with', async () => {
    const { execution, end } = await ended({ customer: 'nobody' });
    expect(end).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution.fetch()).toEqual({
      customer: 'nobody',
      'apologise-output': {
        name: 'States.TaskFailed',
        message: 'NobodyHome: Nobody lives there.',
        step: 'ship',
      },
    });
  });

  it('fails the branch that it is in, where it catches nothing', async () => {
    const { end } = await ended({ customer: 'rude' });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.stringify(end)).toContain('BadManners');
  });

  it('starts no second child when it is redriven, and tells how the first one ended', async () => {
    const { execution } = await ended({ customer: 'small' });
    await service.redrive(execution.executionArn);
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'DownstreamFailedError' });
    const history = await service.history(execution.executionArn);
    expect(history).toContain('StepFunctions.ExecutionAlreadyExistsException');
    expect(history).toContain('has ended as FAILED (TooLittle: No.)');
  });

  it('goes on with a child that was redriven and ended well', async () => {
    const { execution } = await ended({ customer: 'moody' });
    // What runs beside a branch that fails is stopped, its children included.
    const history = await service.history(execution.executionArn);
    const arns = history.match(/arn:aws:states:[^"\\]*:execution:(Rating|Billing)-test:0x[0-9a-f]+/g);
    for (const arn of new Set(arns)) {
      const [, workflow = ''] = /execution:(\w+)-test/.exec(arn) ?? [];
      const child = await service.execution(workflow, arn.split(':').at(-1) ?? '');
      if ((await child.wait()).status === 'SUCCEEDED') continue;
      await service.redrive(arn);
      expect(await child.wait()).toMatchObject({ status: 'SUCCEEDED' });
    }
    await service.redrive(execution.executionArn);
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await service.visits(execution.executionArn)).toMatchObject({ ship: 2, finish: 1 });
  });
});
