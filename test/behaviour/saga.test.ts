import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartedExecution } from '@sfs3/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

/** A body that does what the input tells it to do by its step's name: throws it, waits until a file is there, or both. */
const obedient = (result: string): string => `import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
export const run = async ({ context, ...reads }) => {
  const told = reads.input.tell?.[context.step];
  while (told?.file && !existsSync(told.file)) await pause(10);
  const name = typeof told === 'string' ? told : told?.fail;
  if (name) throw Object.assign(new Error('As the input says.'), { name });
  return ${result};
};`;

const seen = '({ ...reads, input: undefined })';
const steps: Readonly<Record<string, string>> = {
  reserve: obedient(`{ shelf: 's1' }`),
  charge: obedient(`{ card: '4242' }`),
  book: obedient('null'),
  box: obedient(`'small'`),
  label: obedient('null'),
  review: obedient(`{ ok: reads.input.tell?.refuse === undefined }`),
  confirm: obedient('null'),
  'write-label': obedient('null'),
  'give-up': `export const run = () => {};`,
  release: obedient(seen),
  refund: `export const run = ({ context, ...reads }) => {
    const { name } = reads.error;
    if (name === 'BankLost') throw Object.assign(new Error('No bank.'), { name: 'RefundLost' });
    if (name === 'BankSlow' && context.attempt < 3) throw Object.assign(new Error('Later.'), { name: 'BankBusy' });
    return { ...reads, by: reads.payment.card, attempt: context.attempt };
  };`,
  unbox: obedient(`'unboxed'`),
  recall: obedient(seen),
  alarm: `export const run = ({ context, error, input }) => {
    if (input.tell.alarm) throw new Error('No alarm.');
    context.logger.info('alarmed', { by: error.name });
  };`,
  'sum-up': obedient(seen),
};

let service: RunningService;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sfs3-saga-'));
  const bodies = Object.entries(steps).map(([step, body]) => [`steps/Order/${step}.ts`, body]);
  service = await RunningService.serve('saga', {
    ...Object.fromEntries(bodies),
    'steps/Auction/bid.ts': `export const run = ({ input, bid }) => {
      const round = (bid?.round ?? 0) + 1;
      if (round === input.fails) throw Object.assign(new Error('No.'), { name: 'Outbid' });
      return { round };
    };`,
    'steps/Auction/withdraw.ts': `export const run = ({ bid }) => ({ withdrawn: bid.round });`,
    'steps/Shipping/send.ts': `export const run = () => 'sent';`,
  });
});
afterAll(async () => {
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

const outputs: Readonly<Record<string, string>> = {
  release: 'release-output',
  refund: 'refund',
  unbox: 'unbox-output',
  recall: 'recall-output',
  'sum-up': 'summary',
};

function start(tell: object, amount = 10): Promise<StartedExecution> {
  return service.start('Order', { amount, tell });
}

/** How an execution ended, and which of its compensations did something, in their order. */
async function ended(execution: StartedExecution) {
  const { status, error, cause = '' } = await execution.wait();
  const document = await execution.fetch();
  const visited = Object.keys(await service.visits(execution.executionArn));
  const ran = visited.filter((state) => Object.hasOwn(document, outputs[state] ?? ''));
  return { status, error, cause, document, ran };
}

/** For how many seconds it was waited for functions of branches; time that is skipped counts. */
async function settled({ executionArn }: StartedExecution): Promise<number> {
  const events: { timestamp: string; [details: string]: unknown }[] = JSON.parse(
    await service.history(executionArn),
  );
  const at = (details: string): number => {
    const event = events.find((other) => Object(other[details]).name === 'wait for branches');
    return Date.parse(event?.timestamp ?? '') / 1000;
  };
  return Math.round(at('stateExitedEventDetails') - at('stateEnteredEventDetails'));
}

describe('the compensations of an execution', () => {
  it('do not run where all goes well', async () => {
    const execution = await start({});
    expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED', ran: [] });
    expect(await service.visits(execution.executionArn)).not.toHaveProperty('release');
  });

  it.each([
    ['reserve', {}, []],
    ['prepare', { charge: 'Broken', box: 'Broken' }, ['release']],
    ['confirm', {}, ['recall', 'unbox', 'refund', 'release']],
    ['write-label', { label: 'PrinterBroken', 'write-label': 'Broken' }, ['unbox', 'refund', 'release']],
  ])('undo what was done, the last first: failed at %s', async (step, tell, undone) => {
    const execution = await start({ [step]: 'Broken', ...tell });
    expect(await ended(execution)).toMatchObject({
      status: 'FAILED',
      error: 'Broken',
      cause: expect.stringContaining('As the input says.'),
      ran: [...undone, 'sum-up'],
    });
  });

  it('undo the completed branch where a sibling failed', async () => {
    const goOn = service.holdTime();
    const file = join(folder, 'fail');
    const execution = await start({ book: 'Broken', box: { file, fail: 'Broken' } });
    await service.logged({ txnId: execution.txnId, step: 'book', message: 'step failed' });
    writeFileSync(file, '');
    await service.logged({ txnId: execution.txnId, step: 'box', message: 'step failed' });
    goOn();
    expect(await ended(execution)).toMatchObject({ error: 'Broken', ran: ['refund', 'release', 'sum-up'] });
    expect(
      await service.logged({ txnId: execution.txnId, step: 'unbox', message: 'nothing to undo' }),
    ).toMatchObject({ undoes: 'box' });
  });

  it('wait for functions of branches that were given up, and undo what those still did', async () => {
    const goOn = service.holdTime();
    const file = join(folder, 'go');
    const execution = await start({ label: 'Broken', charge: { file } });
    const { txnId } = execution;
    await expect.poll(() => service.visits(execution.executionArn)).toHaveProperty('wait for branches');
    writeFileSync(file, '');
    await service.logged({ txnId, step: 'charge', message: 'step done' });
    goOn();
    expect(await ended(execution)).toMatchObject({
      error: 'Broken',
      ran: ['unbox', 'refund', 'release', 'sum-up'],
    });
    expect(await service.visits(execution.executionArn)).not.toHaveProperty('book');
    // The longest time-out of the compensated steps in the branches, and a second more.
    expect(await settled(execution)).toBe(21);
  });

  it('wait for those also where a catch led on, and for nobody else', async () => {
    const tell = { label: 'PrinterBroken', 'write-label': 'Broken' };
    const [caught, other] = await Promise.all([start(tell), start({ reserve: 'Broken' })]);
    await Promise.all([caught.wait(), other.wait()]);
    expect([await settled(caught), await settled(other)]).toEqual([21, 0]);
  });

  it('run after a fail step, and the execution ends with its error and cause', async () => {
    const { status, error, cause, ran } = await ended(await start({ refuse: true }, 2000));
    expect({ status, error, cause }).toEqual({
      status: 'FAILED',
      error: 'OrderRefused',
      cause: 'The review said {% no %}.',
    });
    expect(ran).toEqual(['unbox', 'refund', 'release', 'sum-up']);
  });

  it('read the error, what was certain where the undone step ran, and others where they are there', async () => {
    const { document } = await ended(await start({ confirm: 'Broken' }, 2000));
    const error = { name: 'Broken', message: 'As the input says.', step: 'confirm' };
    expect(document).toMatchObject({
      'release-output': { error, reservation: { shelf: 's1' } },
      refund: { error, by: '4242', verdict: { ok: true }, 'unbox-output': 'unboxed', attempt: 1 },
      'recall-output': { shipment: { processData: expect.stringMatching(/^0x/) } },
      summary: { error, payment: { card: '4242' }, refund: { by: '4242' } },
    });
  });

  it('write what whoever follows the execution can fetch', async () => {
    const { txnId, ...execution } = await start({ confirm: 'Broken' });
    await execution.wait();
    const document = await service.get(`/orders/${txnId}/document`);
    expect(document).toMatchObject({ reservation: { shelf: 's1' }, refund: { by: '4242' } });
  });

  it('are retried, and write each output once', async () => {
    const execution = await start({ confirm: 'BankSlow' });
    const { document, error } = await ended(execution);
    expect(error).toBe('BankSlow');
    expect(document).toMatchObject({ refund: { attempt: 3 } });
    const versions = await service.versions(`out/Order/${execution.txnId}/`);
    expect(new Set(Object.values(versions))).toEqual(new Set([1]));
  });

  it('that fail do not keep the others from running, and are named at the end', async () => {
    const { error, cause, ran } = await ended(await start({ confirm: 'BankLost', unbox: 'Locked' }));
    expect(ran).toEqual(['recall', 'release', 'sum-up']);
    expect(error).toBe('BankLost');
    expect(cause).toMatch(/As the input says\..* \(Failed after that: unbox, refund\.\)$/);
  });
});

describe('a compensated step on a loop', () => {
  it.each([
    [{ rounds: 3 }, 'Lost', { 'withdraw-output': { withdrawn: 3 } }],
    [{ rounds: 3, fails: 3 }, 'Outbid', { 'withdraw-output': { withdrawn: 2 } }],
    [{ rounds: 3, fails: 1 }, 'Outbid', {}],
  ])('is undone once, for the last visit that was done: %j', async (input, expected, undone) => {
    const execution = await service.start('Auction', input);
    const { error } = await execution.wait();
    const { rounds: _rounds, fails: _fails, bid: _bid, ...rest } = await execution.fetch();
    expect({ error, rest }).toEqual({ error: expected, rest: undone });
    expect(await service.visits(execution.executionArn)).toMatchObject({ withdraw: 1 });
  });
});

describe('the tasks of onError', () => {
  it('run after the compensations of every failed execution', async () => {
    const execution = await start({ reserve: 'Broken' });
    await execution.wait();
    const visited = Object.keys(await service.visits(execution.executionArn));
    expect(visited.slice(-4)).toEqual(['release', 'alarm', 'sum-up', 'end in failure']);
    expect(await service.logged({ txnId: execution.txnId, step: 'alarm', message: 'alarmed' })).toMatchObject(
      { by: 'Broken' },
    );
  });

  it('that fail do not keep the next from running', async () => {
    const { cause, ran } = await ended(await start({ reserve: 'Broken', alarm: true }));
    expect(ran).toEqual(['sum-up']);
    expect(cause).toMatch(/\(Failed after that: alarm\.\)$/);
  });
});
