import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('choice-loop', {
    'steps/Poll/ask.ts': `export const run = ({ input, 'ask-output': before }) => {
      const asked = (before?.asked ?? 0) + 1;
      const states = input.states ?? [];
      return { state: states[asked - 1] ?? 'pending', asked };
    };`,
    'steps/Poll/finish.ts': `export const run = ({ 'ask-output': answer }) => ({ after: answer.asked });`,
    'steps/Sort/large.ts': `export const run = ({ input }) => 'large';`,
    'steps/Sort/small.ts': `export const run = ({ input }) => ({ kind: input.amount % 2 === 1 ? 'odd' : 'even' });`,
    'steps/Sort/odd.ts': `export const run = () => 'odd';`,
    'steps/Silent/look.ts': `export const run = ({ input }) => ({ ok: input.ok });`,
  });
});
afterAll(() => service?.close());

describe('a loop', () => {
  it('goes round until its condition holds, each visit replacing the output once', async () => {
    const execution = await service.start('Poll', { limit: 10, states: ['pending', 'pending', 'done'] });
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    expect(await execution.fetch()).toMatchObject({
      'ask-output': { state: 'done', asked: 3 },
      'finish-output': { after: 3 },
    });
    const outputs = `out/Poll/${execution.txnId}/`;
    expect(await service.versions(outputs)).toEqual({ 'ask-output': 3, 'finish-output': 1 });
    expect(await service.versions(execution.txnId)).toEqual({ '': 2 });
  });

  it('ends where a scalar of the input says so, and publishes nothing when it fails', async () => {
    const execution = await service.start('Poll', { limit: 2 });
    expect(await execution.wait()).toMatchObject({
      status: 'FAILED',
      error: 'NoAnswer',
      cause: `{% $${'{x}'} "asked" in vain %}`,
    });
    expect(await service.versions(execution.txnId)).toEqual({ '': 1 });
    expect(await execution.fetch()).toMatchObject({ limit: 2, 'ask-output': { asked: 2 } });
  });

  it('ends at once where the first answer is bad', async () => {
    const execution = await service.start('Poll', { limit: 5, states: ['broken'] });
    expect((await execution.wait()).status).toBe('FAILED');
  });
});

describe('a choice', () => {
  it.each([
    ['none of the lines', { amount: 5000, lines: [] }, {}],
    ['a large amount', { amount: 1001, lines: ['a'] }, { 'large-output': 'large' }],
    [
      'something that is there, null or not',
      { amount: 2, lines: ['a'], rush: false },
      { 'large-output': 'large' },
    ],
    ['nothing at all', { amount: 0, lines: ['a'] }, {}],
    [
      'an odd amount',
      { amount: 3, lines: ['a', 'b'] },
      { 'small-output': { kind: 'odd' }, 'odd-output': 'odd' },
    ],
    ['an even amount', { amount: 4, lines: ['a'] }, { 'small-output': { kind: 'even' } }],
  ])('goes its way for %s', async (_case, input, outputs) => {
    const execution = await service.start('Sort', input);
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    expect(await execution.fetch()).toEqual({ ...input, ...outputs });
    expect(await service.versions(execution.txnId)).toEqual({ '': 2 });
  });

  it('ends a workflow that publishes nothing, well or badly', async () => {
    const good = await service.start('Silent', { ok: true });
    expect((await good.wait()).status).toBe('SUCCEEDED');
    const bad = await service.start('Silent', { ok: false });
    expect(await bad.wait()).toMatchObject({ status: 'FAILED', error: '{% Bad %}' });
    expect(await service.versions(good.txnId)).toEqual({ '': 1 });
  });
});
