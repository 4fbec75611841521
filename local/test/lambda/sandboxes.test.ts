import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, type Gate, startFixture, startGate } from '../lambda-fixture.js';

let fixture: Fixture;
let gate: Gate;

beforeAll(async () => {
  process.env.SFS3_TEST_SECRET = 'of the host';
  [fixture, gate] = await Promise.all([startFixture(), startGate()]);
});

afterAll(async () => {
  delete process.env.SFS3_TEST_SECRET;
  gate.close();
  await fixture.close();
});

const waiting = (answer: string) =>
  `export const handler = async () => { await fetch('${gate.url}'); return ${answer} }`;

test('two invocations at once get two sandboxes, two in turn share one', async () => {
  await fixture.apply({ both: waiting('process.pid'), turn: 'export const handler = () => process.pid' });
  const together = [fixture.invoke('both'), fixture.invoke('both')];
  await gate.arrived(2);
  gate.open();
  const [first, second] = (await Promise.all(together)).map(({ payload }) => payload);
  expect(first).not.toBe(second);
  const turns = [await fixture.invoke('turn'), await fixture.invoke('turn')];
  expect(turns[0]?.payload).toBe(turns[1]?.payload);
});

test('a sandbox that died is replaced', async () => {
  await fixture.apply({ fragile: 'export const handler = (die) => die ? process.exit(1) : process.pid' });
  const before = await fixture.invoke('fragile', 'false');
  expect((await fixture.invoke('fragile', 'true')).functionError).toBe('Unhandled');
  const after = await fixture.invoke('fragile', 'false');
  expect(after.functionError).toBeNull();
  expect(after.payload).not.toBe(before.payload);
});

test('a function sees its own environment, and next to nothing of this process’s', async () => {
  const machine = `$\{StateMachineArn:ProcessA-dev}`;
  await fixture.apply({
    plain: 'export const handler = () => process.env',
    own: {
      source: 'export const handler = () => process.env',
      environment: { BUCKET_NAME: 'b', STATE_MACHINE_ARN: machine },
    },
  });
  const { payload } = await fixture.invoke('own');
  expect(payload).toMatchObject({
    ...fixture.services.environment,
    AWS_LAMBDA_FUNCTION_NAME: 'own',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    BUCKET_NAME: 'b',
    STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:ProcessA-dev',
  });
  expect(payload).not.toHaveProperty('SFS3_TEST_SECRET');
  expect((await fixture.invoke('plain')).payload).not.toHaveProperty('BUCKET_NAME');
});

test('an invocation under way ends on its bundle while the next one gets the new', async () => {
  await fixture.apply({ swapped: waiting(`'old'`), kept: 'export const handler = () => process.pid' });
  const pid = (await fixture.invoke('kept')).payload;
  const old = fixture.invoke('swapped');
  await gate.arrived(3);
  await fixture.apply({
    swapped: `export const handler = () => 'new'`,
    kept: 'export const handler = () => process.pid',
  });
  expect((await fixture.invoke('swapped')).payload).toBe('new');
  gate.open();
  expect((await old).payload).toBe('old');
  expect((await fixture.invoke('kept')).payload).toBe(pid);
});

test('a function is bundled again when a file that it imports has changed, and only then', async () => {
  const data = join(fixture.folder, 'data.json');
  const source = `import data from './data.json';
    import { txnIdPattern } from '@sfs3/runtime/contract';
    export const handler = () => [data.n, txnIdPattern.test('0x12345678'), process.env.ROUND]`;
  const round = async (n: number, ROUND: string) => {
    await writeFile(data, JSON.stringify({ n }));
    await fixture.apply({ reader: { source, environment: { ROUND } } });
    return (await fixture.invoke('reader')).payload;
  };
  expect(await round(1, 'a')).toEqual([1, true, 'a']);
  expect(await round(2, 'a')).toEqual([2, true, 'a']);
  // The same code with other settings, twice: its bundle must outlive the versions that it had.
  await fixture.apply({ reader: { source, environment: { ROUND: 'b' } } });
  await fixture.apply({ reader: { source, environment: { ROUND: 'c' } } });
  expect((await fixture.invoke('reader')).payload).toEqual([2, true, 'c']);
});

test('a trace names the line of the source', async () => {
  const source = `interface Event { readonly a: string }

export const handler = async (event: Event) => {
  throw new Error('here');
};`;
  await fixture.apply({ traced: source });
  const { payload } = await fixture.invoke('traced');
  expect(payload).toMatchObject({ trace: ['Error: here', expect.stringMatching(/traced\.ts:4:9\)?$/)] });
});

test('what cannot be bundled is refused by file and line, and the service before goes on', async () => {
  await fixture.apply({ good: `export const handler = () => 'good'` });
  const broken = fixture.apply({ good: 'export const handler = () =>\n  (' });
  await expect(broken).rejects.toThrow(/good\.ts:2:3/);
  await expect(broken).rejects.toMatchObject({ name: 'BundleError', problems: [expect.any(String)] });
  expect((await fixture.invoke('good')).payload).toBe('good');
});

test('faults on demand: an answer instead, a kill, a lost answer', async () => {
  const door = await startGate();
  const faulty = await startFixture({
    interceptInvocation: ({ functionName }) => {
      if (functionName === 'throttled') {
        return { kind: 'answer', errorType: 'Lambda.TooManyRequestsException', errorMessage: 'slow down' };
      }
      return functionName === 'killed' ? { kind: 'kill', afterMilliseconds: 0 } : { kind: 'lose' };
    },
  });
  const source = `export const handler = async () => { await fetch('${door.url}' + process.env.AWS_LAMBDA_FUNCTION_NAME) }`;
  await faulty.apply({ throttled: source, killed: source, lost: source });
  expect((await faulty.invoke('throttled')).payload).toMatchObject({
    errorType: 'Lambda.TooManyRequestsException',
  });
  expect((await faulty.invoke('killed')).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
  const lost = faulty.invoke('lost');
  await door.arrived(1);
  door.open();
  expect((await lost).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
  await faulty.close();
  expect(door.paths).toEqual(['/lost']);
  door.close();
});

test('closing ends functions that are at work', async () => {
  const short = await startFixture();
  await short.apply({ endless: waiting('1') });
  const ended = short.invoke('endless').catch((error: unknown) => error);
  await gate.arrived(4);
  await short.close();
  expect(await ended).toBeInstanceOf(Error);
});
