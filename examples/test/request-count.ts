import {
  ListMapRunsCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { LocalOptions } from '@sfs3/local';

/** What AWS bills by the request. */
export interface RequestCount {
  transitions: number;
  invocations: number;
  /** PUT and LIST: those that cost more. */
  writes: number;
  /** GET and HEAD. */
  reads: number;
}

/** Counts the requests of functions and state machines; those of clients have to be left out by whoever makes them. */
export class RequestCounter {
  readonly #count = { invocations: 0, writes: 0, reads: 0 };

  /** What lets the embedded services tell of their requests. */
  readonly options: LocalOptions = {
    intercept: ({ operation }) => {
      if (/^(Get|Head)/.test(operation)) this.#count.reads += 1;
      else this.#count.writes += 1;
      return undefined;
    },
    interceptInvocation: () => {
      this.#count.invocations += 1;
      return undefined;
    },
  };

  /** What was counted so far, and what the execution and its children went through. */
  async of(sfn: SFNClient, executionArn: string): Promise<RequestCount> {
    return { ...this.#count, transitions: await transitionsOf(sfn, executionArn) };
  }
}

/**
 * Each state that is entered, and each child of a distributed map that is started.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html
 */
async function transitionsOf(sfn: SFNClient, executionArn: string): Promise<number> {
  let transitions = await statesEntered(sfn, executionArn);
  const { mapRuns = [] } = await sfn.send(new ListMapRunsCommand({ executionArn }));
  for (const { mapRunArn } of mapRuns) {
    for await (const { executions = [] } of paginateListExecutions({ client: sfn }, { mapRunArn })) {
      transitions += executions.length;
      for (const child of executions) transitions += await statesEntered(sfn, child.executionArn ?? '');
    }
  }
  return transitions;
}

async function statesEntered(sfn: SFNClient, executionArn: string): Promise<number> {
  let entered = 0;
  for await (const { events = [] } of paginateGetExecutionHistory({ client: sfn }, { executionArn })) {
    entered += events.filter(({ type }) => type?.endsWith('StateEntered')).length;
  }
  return entered;
}
