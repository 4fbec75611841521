import { afterAll, beforeAll, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

const days = 24 * 60 * 60;

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('waits', {
    'steps/Remind/plan.ts': `export const run = ({ input }) => ({ at: input.at });`,
    'steps/Remind/remind.ts': `export const run = ({ 'plan-output': plan }) => 'reminded at ' + plan.at;`,
  });
});
afterAll(() => service?.close());

it('waits as long as the input says, and until the time that a step has found', async () => {
  const at = new Date(Date.now() + 9 * days * 1000).toISOString();
  const execution = await service.start('Remind', { delay: 3 * days, at });
  const outcome = await execution.wait();
  expect(outcome.status).toBe('SUCCEEDED');
  const lasted = ((outcome.stopDate?.getTime() ?? 0) - (outcome.startDate?.getTime() ?? 0)) / 1000;
  expect(lasted).toBeGreaterThan(9 * days);
  expect(lasted).toBeLessThan(9 * days + 120);
  expect(await execution.fetch()).toMatchObject({ 'remind-output': `reminded at ${at}` });
  expect(await service.visits(execution.executionArn)).toMatchObject({
    'read-input': 1,
    'publish-document': 1,
  });
});

it('fails where there is no time', async () => {
  const execution = await service.start('Remind', { delay: 0, at: 'soon' });
  expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
});
