import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, type Gate, startFixture, startGate } from '../lambda-fixture.js';

let fixture: Fixture;
let gate: Gate;

beforeAll(async () => {
  [fixture, gate] = await Promise.all([startFixture(), startGate()]);
  await fixture.apply({
    echo: 'export const handler = (event) => event',
    knock: `export const handler = () => fetch('${gate.url}').then(() => null)`,
  });
});

afterAll(async () => {
  gate.close();
  await fixture.close();
});

test.each([
  'echo',
  'echo:$LATEST',
  '000000000000:function:echo',
  'arn:aws:lambda:us-east-1:000000000000:function:echo',
  'arn:aws:lambda:us-east-1:000000000000:function:echo:live',
])('a function is found as %s', async (name) => {
  expect(await fixture.invoke(name, { n: 1 })).toEqual({
    status: 200,
    functionError: null,
    payload: { n: 1 },
  });
});

test('an Event is accepted before it runs', async () => {
  const { status } = await fixture.invoke('knock', {}, { 'x-amz-invocation-type': 'Event' });
  expect(status).toBe(202);
  await gate.arrived(1);
  gate.open();
});

test('a DryRun runs nothing', async () => {
  expect((await fixture.invoke('knock', {}, { 'x-amz-invocation-type': 'DryRun' })).status).toBe(204);
});

test.each([
  { title: 'an unknown function', name: 'nobody', payload: '{}', status: 404, message: /Function not found/ },
  { title: 'a payload that is not JSON', name: 'echo', payload: '{', status: 400, message: /json/ },
  {
    title: 'a payload above 6 MB',
    name: 'echo',
    payload: JSON.stringify('x'.repeat(6 * 1024 * 1024)),
    status: 413,
    message: /smaller than 6291456 bytes/,
  },
])('$title is refused', async ({ name, payload, status, message }) => {
  expect(await fixture.invoke(name, payload)).toMatchObject({
    status,
    payload: { Type: 'User', Message: expect.stringMatching(message) },
  });
});

test('an operation other than Invoke is refused', async () => {
  const answer = await fetch(`${fixture.services.endpoint}/2015-03-31/functions/`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
});
