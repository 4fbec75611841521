import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Client } from '@sfs3/client';
import { type Outcome, outcomeOf } from './outcome.js';
import { Random } from './random.js';
import type { Run } from './result.js';
import { outputKey, type PlacedStep } from './spec.js';

/** What a body tells of itself. */
interface Report {
  readonly workflow: string;
  readonly step: string;
  readonly txnId: string;
  readonly iteration: readonly number[];
  readonly attempt: number;
  /** The same for all attempts of a visit. */
  readonly visit: string;
  readonly taskToken?: string;
  readonly reads: Readonly<Record<string, unknown>>;
}

/** What the world needs to answer callbacks. */
export interface Reach {
  readonly client: Client;
  /** Keeps time from going on until what this returns is called. */
  holdTime(): () => void;
}

/** All that bodies meet: an http server that tells each what comes of it, takes down what it was given, and answers callbacks. */
export class World {
  /** By transaction id, in the order of their reports. */
  readonly runs = new Map<string, Run[]>();
  readonly problems: unknown[] = [];
  /** By transaction id; of children none is known, and theirs is 0. */
  readonly seeds = new Map<string, number>();
  readonly #places: ReadonlyMap<string, PlacedStep>;
  readonly #visits = new Map<string, string[]>();
  readonly #server: Server;
  #reach: Reach | undefined;

  /** @param places by workflow and step, with a blank between. */
  constructor(places: ReadonlyMap<string, PlacedStep>) {
    this.#places = places;
    // No connection is closed while a body is about to use it.
    this.#server = createServer({ keepAliveTimeout: 600_000 }, async (request, response) => {
      const told = this.#tell((await json(request)) as Report);
      response.end(JSON.stringify(told));
    });
  }

  /** Its URL. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  connect(reach: Reach): void {
    this.#reach = reach;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #tell(report: Report): object {
    const { step, txnId, attempt, reads } = report;
    const place = this.#places.get(`${report.workflow} ${step}`);
    if (place === undefined) throw new Error(`Nobody knows the step ${step} of ${report.workflow}`);
    const iteration = report.iteration.join('.');
    const which = `${txnId} ${step} ${iteration}`;
    const visits = this.#visits.get(which) ?? [];
    this.#visits.set(which, visits);
    if (!visits.includes(report.visit)) visits.push(report.visit);
    const visit = visits.indexOf(report.visit) + 1;
    this.runs.set(txnId, [...(this.runs.get(txnId) ?? []), { step, iteration, visit, attempt, reads }]);
    const seed = this.seeds.get(txnId) ?? 0;
    const outcome = outcomeOf(place, { seed, visit, attempt, iteration });
    const error = 'error' in outcome && { name: outcome.error, message: `${outcome.error} of ${step}` };
    if (place.step.callback === undefined) return error ? { error } : outcome;
    if (error && error.name === 'States.Timeout') return {};
    if (error && new Random(seed, step, visit, attempt, iteration).chance(50)) return { error };
    const isRepeated = visit > 1 && !place.onLoop;
    void this.#answer(report, place, outcome).catch((problem: unknown) => {
      // Where a branch runs again, the answer of the first time counts, and is handed over.
      if (!isRepeated || !isNamed(problem, 'AlreadyAnsweredError')) this.problems.push(problem);
    });
    return {};
  }

  /** The function is still at work: so time has not gone on, and the answer comes in time. */
  async #answer({ taskToken = '', step }: Report, place: PlacedStep, outcome: Outcome): Promise<void> {
    if (this.#reach === undefined) throw new Error('The world is not connected');
    const { client, holdTime } = this.#reach;
    const release = holdTime();
    try {
      if ('error' in outcome) {
        await client.fail(taskToken, { error: outcome.error, cause: `${outcome.error} of ${step}` });
      } else {
        const hasOutput = outputKey(step, place.step) !== undefined;
        await client.complete(taskToken, hasOutput ? outcome.value : undefined);
      }
    } finally {
      release();
    }
  }
}

function isNamed(problem: unknown, name: string): boolean {
  return problem instanceof Error && problem.name === name;
}
