import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeCallback, failCallback } from '../src/index.js';
import { type Approval, type Asked, serveApproval } from './support/approval.js';
import { approve, outcomeOf, wait } from './support/approval-steps.js';
import { captureLog } from './support/captured-log.js';
import { readObject } from './support/objects.js';

let approval: Approval;
const log = captureLog();

beforeAll(async () => {
  approval = await serveApproval(() => undefined);
});
afterAll(async () => {
  await approval.close();
  log.release();
});

const outputKey = ({ txnId }: Asked) => `out/ProcessA/${txnId}/approve-output`;
const versionsOf = async (asked: Asked) =>
  (await approval.services.versions(outputKey(asked)))[outputKey(asked)] ?? 0;
const outputOf = async (asked: Asked) => readObject(approval.services.s3, outputKey(asked));

describe('two answers at once', () => {
  it('one wins, the other is told so', async () => {
    const rounds = Array.from({ length: 12 }, async () => {
      const asked = await approval.ask(approve);
      const answers = [true, false].map((approved) => completeCallback(asked.input, { approved }));
      const [yes, no] = await Promise.allSettled(answers);
      const winner = yes?.status === 'fulfilled';
      const loser = winner ? no : yes;
      expect(loser).toMatchObject({ status: 'rejected', reason: { name: 'AlreadyAnsweredError' } });
      expect(no?.status).toBe(winner ? 'rejected' : 'fulfilled');
      expect(await asked.end()).toEqual(outcomeOf(winner));
      expect((await outputOf(asked)).text).toBe(`{"approved":${winner}}`);
      expect(await versionsOf(asked)).toBe(1);
    });
    await Promise.all(rounds);
  });

  it('the same twice is well both times', async () => {
    const rounds = Array.from({ length: 8 }, async () => {
      const asked = await approval.ask(approve);
      const answers = [1, 2].map(() => completeCallback(asked.input, { approved: true }));
      await Promise.all(answers);
      expect(await asked.end()).toEqual(outcomeOf(true));
      expect(await versionsOf(asked)).toBe(1);
    });
    await Promise.all(rounds);
  });

  it('one of them a failure: who wins is what the execution does', async () => {
    const rounds = [approve, wait, approve, wait, approve, wait, approve].map(async (definition) => {
      const asked = await approval.ask(definition);
      const output = definition === approve ? { approved: true } : undefined;
      const [success, failure] = await Promise.allSettled([
        completeCallback(asked.input, output),
        failCallback(asked.input, { error: 'Refused' }),
      ]);
      const won = (await asked.end()).status === 'SUCCEEDED';
      expect([success.status, failure.status]).toEqual(
        won ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'],
      );
      const loser = won ? failure : success;
      expect(loser).toMatchObject({ reason: { name: 'AlreadyAnsweredError' } });
    });
    await Promise.all(rounds);
  });
});
