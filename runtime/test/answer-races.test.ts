import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeCallback, failCallback } from '../src/index.js';
import { type Approval, type Asked, serveApproval } from './support/approval.js';
import { approve, outcomeOf, wait } from './support/approval-steps.js';
import { captureLog } from './support/captured-log.js';
import type { Exchange, Meddle } from './support/front.js';
import { readObject } from './support/objects.js';

let approval: Approval;
let meddle: Meddle = () => undefined;
const log = captureLog();

beforeAll(async () => {
  approval = await serveApproval((exchange) => meddle(exchange));
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

describe('an answer that is given while another is on its way', () => {
  const already = { name: 'AlreadyAnsweredError' };
  /** Lets something happen before the first request of that name goes on. */
  function before(name: string, happen: () => Promise<unknown>): void {
    const meet = async (exchange: Exchange) => {
      meddle = () => undefined;
      await happen();
      exchange.reply(await exchange.forward());
    };
    meddle = (exchange) => (exchange.name.startsWith(name) ? meet(exchange) : undefined);
  }

  it('hands over what is stored, and who stored it has answered none the less', async () => {
    const asked = await approval.ask(approve);
    const second = () => completeCallback(asked.input, { approved: false });
    before('POST SendTaskSuccess', () => expect(second()).rejects.toMatchObject(already));
    await completeCallback(asked.input, { approved: true });
    expect(await asked.end()).toEqual(outcomeOf(true));
  });

  it.each(['Refused', 'TooDear'])('hands over a failure that is noted as well (%s)', async (error) => {
    const asked = await approval.ask(approve);
    const second = () => failCallback(asked.input, { error });
    before('POST SendTaskFailure', () =>
      error === 'Refused' ? second() : expect(second()).rejects.toMatchObject(already),
    );
    await failCallback(asked.input, { error: 'Refused' });
    expect(await asked.end()).toEqual({ status: 'FAILED', error: 'Refused' });
  });

  it.each([true, false])('comes too late, and is well only if it is the same (%s)', async (same) => {
    const asked = await approval.ask(approve);
    before('POST SendTaskHeartbeat', () => completeCallback(asked.input, { approved: true }));
    const second = completeCallback(asked.input, { approved: same });
    await (same ? second : expect(second).rejects.toMatchObject(already));
    expect(await asked.end()).toEqual(outcomeOf(true));
  });

  it('is no answer to the attempt that asks meanwhile', async () => {
    const asked = await approval.ask(approve);
    before('PUT callback/', async () => {
      const askedAgain = approval.nextToken(asked.txnId);
      await failCallback(asked.input, { error: 'AskAgain' });
      await askedAgain;
    });
    await expect(failCallback(asked.input, { error: 'Refused' })).rejects.toMatchObject({
      name: 'AnswerTooLateError',
    });
    await completeCallback(asked.input, { approved: true });
    expect(await asked.end()).toEqual(outcomeOf(true));
  });
});
