import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignalDefinition } from '../src/contract/index.js';
import {
  createInputReaderHandler,
  createPublisherHandler,
  createStepHandler,
  newTxnId,
} from '../src/index.js';
import { readSignals } from '../src/signals/read-signals.js';
import { captureLog } from './support/captured-log.js';
import { putText } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { eventOf, publisher, schemaOf, taskA, taskB } from './support/steps.js';

const source = { step: 'step-a', key: 'step-a-output' };
const signal = (measure: SignalDefinition['measure'], ...path: readonly string[]): SignalDefinition => ({
  name: measure,
  path,
  measure,
});
const read = (definition: SignalDefinition, value: unknown) => readSignals(source, [definition], value);

describe('a signal', () => {
  it.each([
    ['a text', { a: { b: 'ok' } }, 'ok'],
    ['a number', { a: { b: 1.5 } }, 1.5],
    ['false', { a: { b: false } }, false],
    ['null', { a: { b: null } }, null],
    ['a text of 1024 bytes', { a: { b: 'ä'.repeat(512) } }, 'ä'.repeat(512)],
  ])('is the scalar itself: %s', (_, value, expected) => {
    expect(read(signal('value', 'a', 'b'), value)).toEqual({ value: expected });
  });

  it.each([[{}], [{ a: {} }], [{ a: null }], [{ a: 'text' }], [null], ['text']])(
    'is left out where nothing is there: %j',
    (value) => {
      expect(read(signal('value', 'a', 'b'), value)).toEqual({});
      expect(read(signal('exists', 'a', 'b'), value)).toEqual({ exists: false });
      expect(read(signal('count', 'a', 'b'), value)).toEqual({ count: 0 });
    },
  );

  it('may be a whole output', () => {
    expect(read(signal('value'), 'ok')).toEqual({ value: 'ok' });
    expect(read(signal('count'), [1, [2]])).toEqual({ count: 2 });
  });

  it('tells that something is there, whatever it is', () => {
    for (const value of [null, 0, {}, [], 'text'.repeat(1000)]) {
      expect(read(signal('exists', 'a'), { a: value })).toEqual({ exists: true });
    }
  });

  it('sees own properties alone', () => {
    expect(read(signal('exists', 'constructor', 'name'), {})).toEqual({ exists: false });
    const hostile = JSON.parse('{"__proto__":{"toString":7}}');
    const definition = { name: '__proto__', path: ['__proto__', 'toString'], measure: 'value' } as const;
    expect(Object.entries(readSignals(source, [definition], hostile))).toEqual([['__proto__', 7]]);
  });

  it.each([
    ['value', { a: { b: { c: 1 } } }, '/a/b', 'an object'],
    ['value', { a: { b: [] } }, '/a/b', 'an array'],
    ['value', { a: [{ b: 1 }] }, '/a', 'an array'],
    ['exists', { a: [{ b: 1 }] }, '/a', 'an array'],
    ['count', { a: { b: 'secret' } }, '/a/b', 'a string'],
    ['count', { a: { b: null } }, '/a/b', 'null'],
  ] as const)(
    'of another kind (%s of %j) is an error that names the place',
    (measure, value, path, found) => {
      const attempt = () => read(signal(measure, 'a', 'b'), value);
      expect(attempt).toThrow(expect.objectContaining({ name: 'SignalTypeError', ...source, path }));
      expect(attempt).toThrow(`step-a-output has ${found} at ${path},`);
      expect(attempt).not.toThrow('secret');
    },
  );

  it('of more than 1024 bytes is an error without the text', () => {
    const attempt = () => read(signal('value', 'a~/b'), { 'a~/b': 'ä'.repeat(513) });
    expect(attempt).toThrow(
      expect.objectContaining({ name: 'SignalTooLargeError', ...source, path: '/a~0~1b' }),
    );
    expect(attempt).not.toThrow('ää');
  });
});

let services: TestServices;
let requests: string[] = [];
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val","lines":[1,2]}');
  requests = [];
});

const status = signal('value', 'status');
const telling = { ...taskA, output: { key: 'step-a-output', signals: [status] } };
const inputSignals = [signal('count', 'lines')];
const outputKey = () => `out/ProcessA/${txnId}/step-a-output`;

describe('a step that owns signals', () => {
  it('answers them and nothing else', async () => {
    const run = () => ({ status: 'ok', secret: 'kept' });
    const answer = await createStepHandler(telling, run)(eventOf(txnId, 'step-a'));
    expect(answer).toEqual({ signals: { 'step-a-output': { value: 'ok' } } });
  });

  it('answers an empty group where all are missing, so that nothing stale stays', async () => {
    const answer = await createStepHandler(telling, () => ({}))(eventOf(txnId, 'step-a'));
    expect(answer).toEqual({ signals: { 'step-a-output': {} } });
  });

  it('answers what lies there, not what it would have stored', async () => {
    const stored = { 'sfs3-execution': eventOf(txnId, 'step-a').execution };
    await putText(services.s3, outputKey(), '{"status":"first"}', stored);
    const expected = { signals: { 'step-a-output': { value: 'first' } } };
    const second = createStepHandler(telling, () => ({ status: 'second' }));
    expect(await second(eventOf(txnId, 'step-a'))).toEqual(expected);
    const idle = createStepHandler(telling, () => expect.unreachable());
    expect(await idle(eventOf(txnId, 'step-a', { retry: 1 }))).toEqual(expected);
  });

  it('stores nothing where one is of the wrong kind', async () => {
    const attempt = createStepHandler(telling, () => ({ status: {} }))(eventOf(txnId, 'step-a'));
    await expect(attempt).rejects.toMatchObject({ name: 'SignalTypeError' });
    expect(await services.versions(outputKey())).toEqual({});
  });
});

describe('the step that hands over scalars of the input', () => {
  const reader = { ...taskA, inputSignals };

  it('reads the input once, whether its body does so too or not', async () => {
    const expected = { signals: { input: { count: 2 } } };
    expect(await createStepHandler(reader, () => 1)(eventOf(txnId, 'step-a'))).toEqual(expected);
    expect(requests).toEqual(['GET <id>', 'PUT out/ProcessA/<id>/step-a-output']);
    requests = [];
    const { output: _none, ...definition } = { ...reader, reads: [] };
    const seen: unknown[] = [];
    const run = (event: object) => seen.push(Object.keys(event));
    expect(await createStepHandler(definition, run)(eventOf(txnId, 'step-a'))).toEqual(expected);
    expect([requests, seen]).toEqual([['GET <id>'], [['context']]]);
  });

  it('does so on a repeated attempt, beside its own', async () => {
    const both = { ...reader, output: telling.output };
    const expected = { signals: { input: { count: 2 }, 'step-a-output': { value: 'ok' } } };
    const handler = createStepHandler(both, () => ({ status: 'ok' }));
    expect(await handler(eventOf(txnId, 'step-a'))).toEqual(expected);
    expect(await handler(eventOf(txnId, 'step-a', { retry: 1 }))).toEqual(expected);
  });

  it('fails before its body where the input is wrong', async () => {
    await putText(services.s3, txnId, '{"lines":7}');
    const attempt = createStepHandler(reader, () => expect.unreachable())(eventOf(txnId, 'step-a'));
    await expect(attempt).rejects.toMatchObject({ name: 'SignalTypeError', key: 'input', path: '/lines' });
  });

  it('publishes as any other', async () => {
    const ending = { ...reader, publish: publisher.publish };
    const event = eventOf(txnId, 'step-a');
    const expected = { signals: { input: { count: 2 } } };
    const handler = createStepHandler(ending, () => 1);
    expect(await handler(event)).toEqual(expected);
    expect(await handler({ ...event, retry: 1 })).toEqual(expected);
    const { output: _none, ...bare } = ending;
    expect(await createStepHandler(bare, () => expect.unreachable())({ ...event, retry: 1 })).toEqual(
      expected,
    );
  });
});

describe('a function that only reads the input', () => {
  const definition = { workflow: 'ProcessA', step: 'read-input', outputKeys: taskB.outputKeys, inputSignals };

  it('answers its scalars and stores nothing', async () => {
    const handler = createInputReaderHandler(definition);
    const expected = { signals: { input: { count: 2 } } };
    expect(await handler(eventOf(txnId, 'read-input'))).toEqual(expected);
    expect(await handler(eventOf(txnId, 'read-input', { retry: 1 }))).toEqual(expected);
    expect(requests).toEqual(['GET <id>', 'GET <id>']);
  });

  it('checks the input against its schema', async () => {
    const input = schemaOf('v1', 'type', () => false);
    const attempt = createInputReaderHandler({ ...definition, input })(eventOf(txnId, 'read-input'));
    await expect(attempt).rejects.toMatchObject({ name: 'InputValidationError', key: 'input' });
  });
});

describe('a step without signals', () => {
  it('answers an empty object', async () => {
    expect(await createStepHandler(taskA, () => 1)(eventOf(txnId, 'step-a'))).toEqual({});
    expect(await createPublisherHandler(publisher)(eventOf(txnId, 'publish-document'))).toEqual({});
  });
});
