import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/logger.js';

function loggedBy(log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  log(createLogger({ txnId: '0x1', step: 'step-a' }, (line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

describe('the logger', () => {
  it('writes one line of JSON with level, message, facts and fields', () => {
    const line = loggedBy((logger) => logger.warn('two\nlines', { count: 2 }));
    expect(line).toMatchObject({
      level: 'warn',
      message: 'two\nlines',
      txnId: '0x1',
      step: 'step-a',
      count: 2,
    });
    expect(Date.parse(String(line.time))).not.toBeNaN();
  });

  it('lets no field replace a fact', () => {
    const line = loggedBy((logger) => logger.info('x', { txnId: 'forged', level: 'none', message: 'other' }));
    expect(line).toMatchObject({ txnId: '0x1', level: 'info', message: 'x' });
  });

  it('writes errors with their causes', () => {
    const error = new Error('outer', { cause: new TypeError('inner') });
    const line = loggedBy((logger) => logger.error('failed', { error }));
    expect(line.error).toMatchObject({
      name: 'Error',
      message: 'outer',
      cause: { name: 'TypeError', message: 'inner' },
    });
  });

  it('never throws for what JSON cannot hold', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(loggedBy((logger) => logger.debug('x', { cycle, other: 1 })).omitted).toEqual(['cycle', 'other']);
    expect(loggedBy((logger) => logger.debug('x', { big: 2n ** 64n })).big).toBe('18446744073709551616');
  });
});
