import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beatCallback, completeCallback, failCallback, newTxnId, parseTaskToken } from '../src/index.js';
import { type Approval, type Asked, serveApproval } from './support/approval.js';
import { approve, outcomeOf, schema, wait } from './support/approval-steps.js';
import { captureLog } from './support/captured-log.js';
import type { Exchange, Meddle } from './support/front.js';
import { putText, readObject } from './support/objects.js';

let approval: Approval;
let meddle: Meddle = () => undefined;
let requests: string[] = [];
const log = captureLog();

beforeAll(async () => {
  approval = await serveApproval((exchange) => {
    requests.push(exchange.name.replace(exchange.txnId ?? '<id>', '<id>'));
    return meddle(exchange);
  });
});
afterAll(async () => {
  await approval.close();
  log.release();
});
beforeEach(() => {
  meddle = () => undefined;
});

const outputKey = ({ txnId }: Asked) => `out/ProcessA/${txnId}/approve-output`;
const versionsOf = async (asked: Asked) =>
  (await approval.services.versions(outputKey(asked)))[outputKey(asked)] ?? 0;
const outputOf = async (asked: Asked) => readObject(approval.services.s3, outputKey(asked));

describe('an answer', () => {
  it('is stored as the step’s output, and lets the execution go on with its signals', async () => {
    const asked = await approval.ask(approve);
    requests = [];
    await completeCallback(asked.input, { approved: true });
    expect(requests).toEqual([
      'GET callback/ProcessA/<id>/approve',
      'GET out/ProcessA/<id>/approve-output',
      'POST SendTaskHeartbeat',
      'PUT out/ProcessA/<id>/approve-output',
      'POST SendTaskSuccess',
    ]);
    expect(await asked.end()).toEqual(outcomeOf(true));
    const { text, metadata } = await outputOf(asked);
    expect(text).toBe('{"approved":true}');
    expect(metadata).toEqual({
      'sfs3-workflow': 'ProcessA',
      'sfs3-step': 'approve',
      'sfs3-execution': asked.executionArn,
      'sfs3-entered': expect.stringMatching(/^\d{4}-/),
      'sfs3-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'sfs3-schema': 'v1',
    });
  });

  it('that breaks the schema, or has signals of the wrong kind, stores nothing; the step waits on', async () => {
    const asked = await approval.ask(approve);
    const wrong: [unknown, string][] = [
      [{ agreed: true }, 'OutputValidationError'],
      [{ approved: Number.NaN }, 'NotJsonError'],
      [undefined, 'NotJsonError'],
      [{ approved: {} }, 'SignalTypeError'],
      [{ approved: 'x'.repeat(1025) }, 'SignalTooLargeError'],
    ];
    for (const [output, name] of wrong) {
      await expect(completeCallback(asked.input, output)).rejects.toMatchObject({ name });
    }
    expect(await versionsOf(asked)).toBe(0);
    await completeCallback(asked.input, { approved: false });
    expect(await asked.end()).toEqual(outcomeOf(false));
  });

  it('where nobody asked is an error', async () => {
    const asked = await approval.ask(approve);
    for (const other of [{ step: 'nobody' }, { txnId: newTxnId() }]) {
      const give = completeCallback({ ...asked.input, ...other }, { approved: true });
      await expect(give).rejects.toMatchObject({ name: 'CallbackNotFoundError' });
    }
    await asked.stop();
  });

  it('may be given again, but no other', async () => {
    const asked = await approval.ask(approve);
    await completeCallback(asked.input, { approved: true });
    await completeCallback(asked.input, { approved: true });
    const already = { name: 'AlreadyAnsweredError', step: 'approve', txnId: asked.txnId };
    await expect(completeCallback(asked.input, { approved: false })).rejects.toMatchObject(already);
    await expect(failCallback(asked.input, { error: 'Refused' })).rejects.toMatchObject(already);
    await expect(beatCallback(asked.input)).rejects.toMatchObject(already);
    expect(await asked.end()).toEqual(outcomeOf(true));
    expect(await versionsOf(asked)).toBe(1);
  });

  it('may be a failure, which as well may be given again', async () => {
    const asked = await approval.ask(approve);
    const failure = { error: 'Refused', cause: 'too dear' };
    await failCallback(asked.input, failure);
    await failCallback(asked.input, failure);
    const already = { name: 'AlreadyAnsweredError' };
    await expect(failCallback(asked.input, { error: 'Refused' })).rejects.toMatchObject(already);
    await expect(completeCallback(asked.input, { approved: true })).rejects.toMatchObject(already);
    expect(await asked.end()).toEqual({ status: 'FAILED', ...failure });
    expect(await versionsOf(asked)).toBe(0);
  });

  it.each([{ error: '' }, { error: 'x'.repeat(257) }, { error: 'Refused', cause: 'x'.repeat(32_769) }])(
    'that Step Functions would not take stands in nobody’s way',
    async (failure) => {
      const asked = await approval.ask(approve);
      await expect(failCallback(asked.input, failure)).rejects.toMatchObject({ name: 'InvalidFailureError' });
      await completeCallback(asked.input, { approved: true });
      expect(await asked.end()).toEqual(outcomeOf(true));
    },
  );

  it('without an output is one, too', async () => {
    const asked = await approval.ask(wait);
    await expect(completeCallback(asked.input, {})).rejects.toMatchObject({ name: 'OutputValidationError' });
    await completeCallback(asked.input, undefined);
    await completeCallback(asked.input, undefined);
    await expect(failCallback(asked.input, { error: 'No' })).rejects.toMatchObject({
      name: 'AlreadyAnsweredError',
    });
    expect(await asked.end()).toEqual({ status: 'SUCCEEDED', output: {} });
  });

  it('that is too late stores nothing', async () => {
    for (const definition of [approve, wait]) {
      const asked = await approval.ask(definition);
      await beatCallback(asked.input);
      await asked.stop();
      const late = { name: 'AnswerTooLateError', step: definition.step };
      const output = definition === approve ? { approved: true } : undefined;
      await expect(completeCallback(asked.input, output)).rejects.toMatchObject(late);
      await expect(failCallback(asked.input, { error: 'No' })).rejects.toMatchObject(late);
      await expect(beatCallback(asked.input)).rejects.toMatchObject(late);
      expect(await versionsOf(asked)).toBe(0);
    }
  });

  it('that comes in the very moment in which the time is over is late as well', async () => {
    const asked = await approval.ask(approve);
    meddle = (exchange) => (exchange.name.startsWith('PUT out/') ? stopFirst(exchange) : undefined);
    const stopFirst = async (exchange: Exchange) => {
      await asked.stop();
      exchange.reply(await exchange.forward());
    };
    await expect(completeCallback(asked.input, { approved: true })).rejects.toMatchObject({
      name: 'AnswerTooLateError',
    });
  });

  it('with the token of an earlier attempt is too late', async () => {
    const asked = await approval.ask(approve);
    const { digest } = parseTaskToken(asked.token);
    const askedAgain = approval.nextToken(asked.txnId);
    await failCallback({ ...asked.input, digest }, { error: 'AskAgain' });
    const second = parseTaskToken(await askedAgain);
    const answer = { approved: true };
    await expect(completeCallback({ ...asked.input, digest }, answer)).rejects.toMatchObject({
      name: 'AnswerTooLateError',
    });
    await completeCallback({ ...asked.input, digest: second.digest }, answer);
    expect(await asked.end()).toEqual(outcomeOf(true));
  });

  it('to the next round of a loop replaces that of the round before', async () => {
    const looping = { ...approve, output: { key: 'approve-output', schema, onLoop: true } };
    const asked = await approval.ask(looping);
    const earlier = {
      'sfs3-execution': asked.executionArn,
      'sfs3-entered': '2018-06-01T00:00:00.000Z',
    };
    await putText(approval.services.s3, outputKey(asked), '{"approved":true}', earlier);
    await completeCallback(asked.input, { approved: true });
    await completeCallback(asked.input, { approved: true });
    await expect(completeCallback(asked.input, { approved: false })).rejects.toMatchObject({
      name: 'AlreadyAnsweredError',
    });
    expect((await asked.end()).status).toBe('SUCCEEDED');
    expect(await versionsOf(asked)).toBe(2);
    expect((await outputOf(asked)).metadata['sfs3-entered']).not.toBe(earlier['sfs3-entered']);
  });
});
