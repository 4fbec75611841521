import { describe, expect, it } from 'vitest';
import { txnIdPattern } from '../src/contract/index.js';
import { executionArnOf } from '../src/start/arn.js';
import { checkTxnId, newTxnId, txnIdOf, visitDigest } from '../src/start/txn-id.js';

const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:ProcessA-dev';
const event = {
  processData: '0x58fe985b67000000',
  execution: 'arn:aws:states:us-east-1:000000000000:execution:ProcessA-dev:x',
  state: 'step-a',
  entered: '2026-11-22T09:00:00.000Z',
  retry: 0,
  redrive: 0,
};

describe('transaction ids', () => {
  it('have the shape of the sample and sort by time', () => {
    const sample = Number(BigInt('0x58fe985b67000000') >> 22n);
    expect(newTxnId(sample)).toMatch(/^0x58fe985b67[0-3][0-9a-f]{5}$/);
    const ids = [1_500_000_000_000, 1_500_000_000_001, Date.now()].map(newTxnId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(Array.from({ length: 50 }, () => newTxnId(1))).size).toBeGreaterThan(45);
    for (const id of ids) expect(id).toMatch(txnIdPattern);
  });

  it('of a business id are the same for each version and alias of one machine, and for no other', () => {
    const id = txnIdOf(machine, 'order-1');
    expect(id).toMatch(/^0x[0-9a-f]{32}$/);
    expect(txnIdOf(`${machine}:live`, 'order-1')).toBe(id);
    expect(txnIdOf(`${machine}:7`, 'order-1')).toBe(id);
    expect(txnIdOf(`${machine}x`, 'order-1')).not.toBe(id);
    expect(txnIdOf(machine, 'order-2')).not.toBe(id);
  });

  it.each([
    '',
    '0x1234567',
    '0x58FE985B67000000',
    '58fe985b67000000',
    '0x58fe985b67000000\n',
    `0x${'0'.repeat(65)}`,
    7,
    null,
  ])('are not %j', (value) => {
    expect(() => checkTxnId(value)).toThrow('"0x" followed by 8 to 64');
  });

  it('of a visit stay over retries and redrives, and differ by execution, step and visit', () => {
    const digest = visitDigest(event, 'step-a');
    expect(visitDigest({ ...event, retry: 3, redrive: 1 }, 'step-a')).toBe(digest);
    const others = [
      visitDigest(event, 'step-b'),
      visitDigest({ ...event, entered: '2026-11-22T09:00:01.000Z' }, 'step-a'),
      visitDigest({ ...event, execution: `${event.execution}y` }, 'step-a'),
    ];
    expect(new Set([digest, ...others]).size).toBe(4);
  });
});

describe('executionArnOf', () => {
  const execution = 'arn:aws:states:us-east-1:000000000000:execution:ProcessA-dev:0x1';
  it.each([machine, `${machine}:live`, `${machine}:12`])('leaves the qualifier of %s out', (arn) => {
    expect(executionArnOf(arn, '0x1')).toBe(execution);
  });

  it.each(['', 'ProcessA-dev', execution, 'arn:aws:s3:::bucket', `${machine}/label`])('refuses %j', (arn) => {
    expect(() => executionArnOf(arn, '0x1')).toThrow('is not the ARN of a state machine');
  });
});
