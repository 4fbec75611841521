import { CreateActivityCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine } from './conformance/row.js';
import { createMachine, type Harness, startStates } from './harness.js';

const waiting = machine({ Pause: { Type: 'Wait', Seconds: 60, End: true } });

let clock: ManualClock;
let states: Harness;

beforeEach(async () => {
  clock = new ManualClock();
  states = await startStates({ clock });
});
afterEach(() => states.close());

describe('the protocol', () => {
  test('answers an operation that it does not serve with UnknownOperationException', async () => {
    const command = new CreateActivityCommand({ name: 'a' });
    await expect(states.client.send(command)).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  test.each([
    { body: '{', type: 'SerializationException' },
    { body: '[]', type: 'SerializationException' },
    { body: '{"executionArn":1}', type: 'ValidationException' },
    { body: '{}', type: 'ValidationException' },
  ])('answers $body with $type', async ({ body, type }) => {
    const response = await fetch(states.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AWSStepFunctions.DescribeExecution',
      },
      body,
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.0');
    const { __type: answered } = (await response.json()) as { __type: string };
    expect(answered.split('#')[1]).toBe(type);
  });

  test('dates are seconds since the epoch', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    const response = await fetch(states.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' },
      body: JSON.stringify({ stateMachineArn }),
    });
    expect(await response.json()).toMatchObject({ startDate: clock.now() / 1000 });
  });
});
