import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callbackObjectKey } from '../src/contract/index.js';
import { type CallbackContext, createCallbackHandler, newTxnId } from '../src/index.js';
import { type Approval, serveApproval } from './support/approval.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { callbackTask, eventOf } from './support/steps.js';

let approval: Approval;
let requests: string[] = [];
const log = captureLog();

beforeAll(async () => {
  approval = await serveApproval((exchange) => {
    requests.push(exchange.name.replace(exchange.txnId ?? '<id>', '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await approval.close();
  log.release();
});

describe('a callback step', () => {
  it('stores its token before it gives one away that can stand in a URL', async () => {
    const txnId = newTxnId();
    const owner = { 'sfs3-execution': eventOf(txnId, '').execution };
    await putText(approval.services.s3, txnId, '{"foo":"foo val"}', owner);
    await putText(approval.services.s3, `out/ProcessA/${txnId}/step-a-output`, '21', owner);
    requests = [];
    const seen: CallbackContext[] = [];
    const handler = createCallbackHandler(callbackTask, ({ context }: { context: CallbackContext }) => {
      expect(requests.at(-1)).toBe('PUT callback/ProcessA/<id>/step-d');
      seen.push(context);
    });
    const event = eventOf(txnId, 'step-d', { taskToken: 'AAAA+/=' });
    expect(await handler(event)).toEqual({});
    expect(requests).toHaveLength(3);
    const [context] = seen;
    expect(context?.taskToken).toMatch(/^ProcessA\.0x[0-9a-f]{16}\.step-d\.[0-9a-f]{32}$/);
    expect(encodeURIComponent(context?.taskToken ?? '')).toBe(context?.taskToken);
    expect(context).toMatchObject({ txnId, step: 'step-d', attempt: 1 });
    const { text, metadata } = await readObject(
      approval.services.s3,
      callbackObjectKey('ProcessA', txnId, { step: 'step-d' }),
    );
    const { entered } = event;
    expect(JSON.parse(text)).toEqual({
      token: 'AAAA+/=',
      entered,
      redrive: 0,
      retry: 0,
      output: { key: 'step-b-output', signals: callbackTask.output?.signals },
    });
    expect(metadata).toMatchObject({ 'sfs3-step': 'step-d', 'sfs3-entered': entered, ...owner });
  });

  it('keeps the token of the last attempt, however late an earlier one comes', async () => {
    const txnId = newTxnId();
    await putText(approval.services.s3, txnId, '{}');
    const { output: _none, ...definition } = { ...callbackTask, reads: [] };
    const asked: string[] = [];
    const handler = createCallbackHandler(definition, ({ context }: { context: CallbackContext }) => {
      asked.push(context.taskToken);
    });
    const attempt = (retry: number, taskToken: string, minute = 0) =>
      handler(eventOf(txnId, 'step-d', { retry, taskToken, entered: `2026-11-22T09:0${minute}:00.000Z` }));
    await attempt(2, 'third');
    await attempt(2, 'third');
    await expect(attempt(1, 'second')).rejects.toMatchObject({ name: 'VisitSupersededError' });
    await attempt(0, 'next visit', 1);
    await expect(attempt(3, 'late')).rejects.toMatchObject({ name: 'VisitSupersededError' });
    expect(asked).toHaveLength(3);
    const key = callbackObjectKey('ProcessA', txnId, { step: 'step-d' });
    expect(JSON.parse((await readObject(approval.services.s3, key)).text).token).toBe('next visit');
    expect(await approval.services.versions(key)).toEqual({ [key]: 2 });
  });

  it('without a token in its event fails', async () => {
    const txnId = newTxnId();
    const definition = { ...callbackTask, reads: [] };
    const attempt = createCallbackHandler(definition, () => expect.unreachable())(eventOf(txnId, 'step-d'));
    await expect(attempt).rejects.toMatchObject({ name: 'InvalidStepEventError', field: 'taskToken' });
  });
});
