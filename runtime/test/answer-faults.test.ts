import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepDefinition } from '../src/contract/index.js';
import { completeCallback, failCallback } from '../src/index.js';
import { type Approval, type Asked, serveApproval } from './support/approval.js';
import { approve, outcomeOf, wait } from './support/approval-steps.js';
import { captureLog } from './support/captured-log.js';
import { type Fault, faults } from './support/faults.js';
import type { Meddle } from './support/front.js';

let approval: Approval;
/** By transaction id: many scenarios run at once. */
const scenarios = new Map<string, Meddle>();
const log = captureLog();

beforeAll(async () => {
  approval = await serveApproval((exchange) => scenarios.get(exchange.txnId ?? '')?.(exchange));
});
afterAll(async () => {
  await approval.close();
  log.release();
});

const outputKey = ({ txnId }: Asked) => `out/ProcessA/${txnId}/approve-output`;
const versionsOf = async (asked: Asked) =>
  (await approval.services.versions(outputKey(asked)))[outputKey(asked)] ?? 0;

/** Gives an answer as a caller does who repeats it while Step Functions or S3 do not answer. */
async function insist(give: () => Promise<void>): Promise<void> {
  const ours = /^(AlreadyAnswered|AnswerTooLate|CallbackNotFound|OutputValidation)Error$/;
  for (let attempt = 1; ; attempt += 1) {
    const error = await give().then(
      () => undefined,
      (reason: Error) => reason,
    );
    if (error === undefined) return;
    if (attempt === 4 || ours.test(error.name)) throw error;
  }
}

describe('an answer whose giver is cut off before it reached Step Functions', () => {
  /** Gives an answer that comes no further than that operation. */
  async function cutOff({ txnId }: Asked, operation: string, giving: () => Promise<void>): Promise<void> {
    scenarios.set(txnId, (exchange) =>
      exchange.name === `POST ${operation}` ? Promise.resolve(exchange.cut()) : undefined,
    );
    await expect(giving()).rejects.toThrow();
    scenarios.delete(txnId);
  }

  it('is handed over by whoever answers next', async () => {
    const asked = await approval.ask(approve);
    await cutOff(asked, 'SendTaskSuccess', () => completeCallback(asked.input, { approved: true }));
    await expect(completeCallback(asked.input, { approved: false })).rejects.toMatchObject({
      name: 'AlreadyAnsweredError',
    });
    expect(await asked.end()).toEqual(outcomeOf(true));
  });

  it('also where a failure meets an output, and an output a failure', async () => {
    const [first, second] = [await approval.ask(approve), await approval.ask(approve)];
    await cutOff(first, 'SendTaskSuccess', () => completeCallback(first.input, { approved: true }));
    await cutOff(second, 'SendTaskFailure', () => failCallback(second.input, { error: 'Refused' }));
    const already = { name: 'AlreadyAnsweredError' };
    await expect(failCallback(first.input, { error: 'Refused' })).rejects.toMatchObject(already);
    expect(await first.end()).toEqual(outcomeOf(true));
    await expect(completeCallback(second.input, { approved: true })).rejects.toMatchObject(already);
    expect(await second.end()).toEqual({ status: 'FAILED', error: 'Refused' });
    expect(await versionsOf(second)).toBe(0);
  });
});

describe('an answer under faults', () => {
  /** Gives an answer while a fault strikes some requests; tells the names of all requests. */
  async function underFault(
    give: (asked: Asked) => Promise<void>,
    definition: StepDefinition,
    strike?: { readonly request: number; readonly fault: Fault; readonly times: number },
  ): Promise<{ asked: Asked; seen: string[] }> {
    const asked = await approval.ask(definition);
    const seen: string[] = [];
    scenarios.set(asked.txnId, (exchange) => {
      const index = seen.push(exchange.name) - 1;
      if (!strike || index < strike.request || index >= strike.request + strike.times) return undefined;
      if (/4\d\d/.test(strike.fault) && exchange.method !== 'PUT') return undefined;
      return Promise.resolve(faults[strike.fault](exchange));
    });
    await insist(() => give(asked));
    scenarios.delete(asked.txnId);
    return { asked, seen };
  }

  const rows = {
    'an output': {
      definition: approve,
      give: ({ input }: Asked) => completeCallback(input, { approved: true }),
      end: outcomeOf(true),
      versions: 1,
    },
    nothing: {
      definition: wait,
      give: ({ input }: Asked) => completeCallback(input, undefined),
      end: { status: 'SUCCEEDED', output: {} },
      versions: 0,
    },
    'a failure': {
      definition: approve,
      give: ({ input }: Asked) => failCallback(input, { error: 'Refused' }),
      end: { status: 'FAILED', error: 'Refused' },
      versions: 0,
    },
  };

  it.each(Object.entries(rows))(
    'counts once, whatever befalls whichever request (%s)',
    async (_, row) => {
      const { seen } = await underFault(row.give, row.definition);
      const strikes = [...seen.keys()].flatMap((request) => [
        ...(Object.keys(faults) as Fault[]).map((fault) => ({ request, fault, times: 1 })),
        // As often as the SDK asks: then the caller has no answer, and asks anew.
        { request, fault: 'a lost answer' as const, times: 4 },
      ]);
      await Promise.all(
        strikes.map(async (strike) => {
          const { asked } = await underFault(row.give, row.definition, strike);
          const result = { ...(await asked.end()), versions: await versionsOf(asked) };
          expect({ ...strike, ...result }).toEqual({ ...strike, ...row.end, versions: row.versions });
        }),
      );
    },
    60_000,
  );
});
