import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDownstreamHandler, createStepHandler, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { downstream, eventOf, loopingTask, publisher } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let conditions: (string | undefined)[] = [];
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = exchange.headers;
    if (exchange.method === 'PUT') conditions.push(ifMatch === undefined ? ifNoneMatch : `match ${ifMatch}`);
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  const owner = { 'sfs3-execution': eventOf(txnId, '').execution };
  await putText(services.s3, txnId, '{"foo":"foo val"}', owner);
  await putText(services.s3, key('step-a-output'), '{"value":21}', owner);
  requests = [];
  conditions = [];
});

const key = (output: string) => `out/ProcessA/${txnId}/${output}`;
const output = () => readObject(services.s3, key('step-b-output'));
/** The n-th time that the step is entered. */
const visit = (n: number, retry = 0) =>
  eventOf(txnId, 'step-b', { entered: `2026-11-22T09:00:0${n}.000Z`, retry });
const storing = (value: unknown) => createStepHandler(loopingTask, () => value);

describe('a step on a loop', () => {
  it('replaces on each visit what the visit before stored, on condition that it is still that', async () => {
    expect(await storing({ doubled: 1 })(visit(1))).toEqual({ signals: { 'step-b-output': { doubled: 1 } } });
    const eTag = (await output()).head.ETag;
    requests = [];
    expect(await storing({ doubled: 2 })(visit(2))).toEqual({ signals: { 'step-b-output': { doubled: 2 } } });
    expect(requests.toSorted()).toEqual([
      'GET <id>',
      'GET out/ProcessA/<id>/step-a-output',
      'GET out/ProcessA/<id>/step-b-output',
      'PUT out/ProcessA/<id>/step-b-output',
    ]);
    expect(conditions).toEqual(['*', `match ${eTag}`]);
    const { text, metadata } = await output();
    expect([text, metadata['sfs3-entered']]).toEqual(['{"doubled":2}', '2026-11-22T09:00:02.000Z']);
  });

  it('adopts what another attempt of the same visit stored, and nothing of an earlier one', async () => {
    await storing({ doubled: 1 })(visit(1));
    expect(await storing({ doubled: 2 })(visit(2, 1))).toEqual({
      signals: { 'step-b-output': { doubled: 2 } },
    });
    const idle = createStepHandler(loopingTask, () => expect.unreachable());
    for (const retry of [0, 2]) {
      expect(await idle(visit(2, retry))).toEqual({ signals: { 'step-b-output': { doubled: 2 } } });
    }
    expect(await services.versions(key('step-b-output'))).toEqual({ [key('step-b-output')]: 2 });
  });

  it('stores the same result as a new version, which its twin does not replace', async () => {
    let twin: Promise<unknown> | undefined;
    await storing({ doubled: 1 })(visit(1));
    const before = (await output()).head.ETag;
    const slow = createStepHandler(loopingTask, async () => {
      twin ??= storing({ doubled: 1 })(visit(2, 1));
      await twin;
      return { doubled: 3 };
    });
    expect(await slow(visit(2))).toEqual({ signals: { 'step-b-output': { doubled: 1 } } });
    const { text, head } = await output();
    expect(JSON.parse(text)).toEqual({ doubled: 1 });
    expect(head.ETag).not.toBe(before);
    expect(await services.versions(key('step-b-output'))).toEqual({ [key('step-b-output')]: 2 });
  });

  it('overwrites nothing of a later visit', async () => {
    const late = createStepHandler(loopingTask, async () => {
      await storing({ doubled: 2 })(visit(2));
      return { doubled: 1 };
    });
    await expect(late(visit(1))).rejects.toMatchObject({ name: 'VisitSupersededError' });
    await expect(storing({ doubled: 1 })(visit(1, 1))).rejects.toMatchObject({
      name: 'VisitSupersededError',
    });
    expect((await output()).text).toBe('{"doubled":2}');
  });

  it('replaces what an earlier visit wrote after this one began', async () => {
    const handler = createStepHandler(loopingTask, async () => {
      const metadata = { 'sfs3-execution': visit(1).execution, 'sfs3-entered': visit(1).entered };
      await putText(services.s3, key('step-b-output'), '{"doubled":1}', metadata);
      return { doubled: 2 };
    });
    await handler(visit(2));
    expect((await output()).text).toBe('{"doubled":2}');
  });

  it('can read what it stored the time before', async () => {
    const counting = { ...loopingTask, reads: [{ key: 'step-b-output', optional: true }] };
    type Reads = { 'step-b-output'?: { doubled: number } };
    const handler = createStepHandler(counting, ({ 'step-b-output': before }: Reads) => ({
      doubled: (before?.doubled ?? 0) + 1,
    }));
    for (const n of [1, 2, 3]) await handler(visit(n));
    expect((await output()).text).toBe('{"doubled":3}');
    const published = async () =>
      JSON.parse((await readObject(services.s3, txnId)).text)['step-b-output'] as unknown;
    await createStepHandler({ ...counting, publish: publisher.publish }, () => ({ doubled: 4 }))(visit(4));
    expect(await published()).toEqual({ doubled: 4 });
  });

  it('that is refused by another execution stores nothing', async () => {
    await storing({ doubled: 1 })(visit(1));
    const other = { ...visit(2), execution: 'arn:other' };
    await expect(storing({ doubled: 2 })(other)).rejects.toMatchObject({ name: 'DocumentOwnedError' });
  });

  it('publishes anew on each visit, and once on each', async () => {
    const ending = { ...loopingTask, publish: publisher.publish };
    const storing = (doubled: number) => createStepHandler(ending, () => ({ doubled }));
    await storing(1)(visit(1));
    await storing(2)(visit(2));
    await storing(3)(visit(2, 1));
    const { text } = await readObject(services.s3, txnId);
    expect(text).toBe('{"foo":"foo val","step-a-output":{"value":21},"step-b-output":{"doubled":2}}');
    expect(await services.versions(txnId)).toEqual({ [txnId]: 3 });
  });
});

describe('a downstream step on a loop', () => {
  it('starts one child for each visit', async () => {
    const handler = createDownstreamHandler({
      ...downstream,
      output: { key: 'step-b-output', onLoop: true },
    });
    const children = new Set<string>();
    for (const event of [visit(1), visit(2), visit(2, 1), visit(3)]) {
      await handler({ ...event, state: downstream.step });
      children.add(JSON.parse((await output()).text).processData);
    }
    expect(children.size).toBe(3);
    const started = await services.executions();
    expect(started.toSorted()).toEqual([...children].toSorted());
  });
});
