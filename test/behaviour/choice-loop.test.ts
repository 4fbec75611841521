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
    'steps/Rounds/deal.ts': `export const run = ({ 'deal-output': before }) => ({ round: (before?.round ?? 0) + 1 });`,
    'steps/Rounds/left-hand.ts': `export const run = ({ 'deal-output': { round } }) => {
      if (round === 2) throw Object.assign(new Error('Wet.'), { name: 'Spilled' });
      return { points: round };
    };`,
    'steps/Rounds/right-hand.ts': `export const run = ({ 'deal-output': { round }, error }) => ({ points: error ? round : 0 });`,
    'steps/Rounds/finish.ts': `export const run = (reads) => [
      reads['left-hand-output'].points,
      reads['right-hand-output'].points,
      reads['report-output'].processData,
    ];`,
    'steps/Report/print.ts': `export const run = ({ input }) => input['left-hand-output'].points;`,
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

describe('a loop around branches', () => {
  it('sees what the last round has written, and takes another round after a failure', async () => {
    const execution = await service.start('Rounds', {});
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    // Round 1: 1 + 0. Round 2 is spilled. Round 3: 3 + 3. Round 4: 4 + 4.
    expect(await service.visits(execution.executionArn)).toMatchObject({
      deal: 4,
      play: 4,
      report: 3,
      pause: 3,
      finish: 1,
    });
    const document = await execution.fetch();
    const [left, right, child] = document['finish-output'] as readonly [number, number, string];
    expect([left, right]).toEqual([4, 4]);
    const outputs = await service.versions(`out/Rounds/${execution.txnId}/`);
    expect(outputs).toMatchObject({ 'deal-output': 4, 'left-hand-output': 3, 'report-output': 3 });
    const last = await service.execution('Report', child);
    expect((await last.wait()).status).toBe('SUCCEEDED');
    expect(await last.fetch()).toMatchObject({ 'print-output': 4 });
    // Each visit has started a child of its own.
    expect(Object.keys(await service.versions('out/Report/'))).toHaveLength(3);
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
