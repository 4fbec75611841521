import type { WorkflowFlow } from '@sfs3/generator';
import jsonata from 'jsonata';
import { outcomeOf } from './outcome.js';
import { child, type Result, type Run } from './result.js';
import { below, names, outputKey, outputKeys, type PlacedStep, placedSteps, type Steps } from './spec.js';

/** What goes from step to step: what conditions can see, and the error that was caught last. */
interface Data {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly error?: { readonly name: string; readonly step: string; readonly message: string };
}

class Failure extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** One execution: a workflow, its input, how the world treats it, and what each step may read. */
export interface Case {
  readonly steps: Steps;
  readonly input: object;
  readonly seed: number;
  readonly flow: WorkflowFlow;
}

/** Executes a workflow as its spec says, without a state machine: one step after the other, branches too. */
export async function interpret(subject: Case): Promise<Result> {
  return new Interpreter(subject).result();
}

class Interpreter {
  readonly #case: Case;
  readonly #places: ReadonlyMap<string, PlacedStep>;
  readonly #stored = new Map<string, unknown>();
  readonly #visits = new Map<string, number>();
  readonly #runs: Run[] = [];
  readonly #children = new Map<string, object>();

  constructor(subject: Case) {
    this.#case = subject;
    this.#places = new Map(placedSteps(subject.steps).map((place) => [place.name, place]));
  }

  async result(): Promise<Result> {
    const { steps, input } = this.#case;
    const failure = await this.#scope(steps, { seen: {} }).then(() => undefined, asFailure);
    const document = { ...input, ...Object.fromEntries(this.#stored) };
    const rest = { document, runs: this.#runs, children: this.#children };
    return failure === undefined
      ? { status: 'SUCCEEDED', ...rest }
      : { status: 'FAILED', error: failure.name, ...rest };
  }

  async #scope(steps: Steps, start: Data): Promise<Data> {
    let data = start;
    let next: string | undefined = Object.keys(steps)[0];
    while (next !== undefined && next !== 'end') {
      const name: string = next;
      const step = steps[name] ?? {};
      if (step.succeed !== undefined) return data;
      try {
        const chosen: string | undefined = await this.#choose(step.choice ?? [], data);
        data = await this.#perform(this.#places.get(name) as PlacedStep, data);
        next = chosen ?? step.next ?? step.otherwise ?? below(steps, name);
      } catch (error) {
        const failure = asFailure(error);
        const rule = step.catch?.find(({ errors }) => names(errors, failure.name));
        if (rule === undefined) throw failure;
        data = { ...data, error: { name: failure.name, step: name, message: failure.message } };
        next = rule.next;
      }
    }
    return data;
  }

  async #choose(
    rules: readonly { when: string; next: string }[],
    { seen }: Data,
  ): Promise<string | undefined> {
    const { input } = this.#case;
    for (const { when, next } of rules) if (await jsonata(when).evaluate({ ...seen, input })) return next;
    return undefined;
  }

  async #perform(place: PlacedStep, data: Data): Promise<Data> {
    const { step, name } = place;
    if (step.fail !== undefined) throw new Failure(step.fail.error, step.fail.cause);
    if (step.choice !== undefined || step.wait !== undefined) return data;
    this.#visits.set(name, (this.#visits.get(name) ?? 0) + 1);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return step.parallel === undefined
          ? this.#once(place, data, attempt)
          : await this.#branches(step.parallel, data);
      } catch (error) {
        const failure = asFailure(error);
        const rules = step.retry === 'none' ? [] : (step.retry ?? []);
        const rule = rules.find(({ errors }) => names(errors, failure.name));
        if (attempt > (rule?.attempts ?? 0)) throw failure;
      }
    }
  }

  /** At most one of the branches fails, and that after all others have ended. */
  async #branches(branches: Readonly<Record<string, { steps: Steps }>>, data: Data): Promise<Data> {
    const seen: Record<string, unknown> = { ...data.seen };
    let failed: Failure | undefined;
    for (const { steps } of Object.values(branches)) {
      try {
        const end = await this.#scope(steps, data);
        for (const key of outputKeys(steps)) if (key in end.seen) seen[key] = end.seen[key];
      } catch (error) {
        failed = asFailure(error);
      }
    }
    if (failed !== undefined) throw failed;
    return { ...data, seen };
  }

  #once(place: PlacedStep, data: Data, attempt: number): Data {
    const { step, name, onLoop } = place;
    const key = outputKey(name, step);
    const isKept = key !== undefined && !onLoop && this.#stored.has(key);
    // A task that is tried again looks first whether its work is done.
    const isDone = isKept && attempt > 1 && step.callback === undefined;
    if (!isDone) {
      const reads = this.#readsOf(name, data);
      const visit = this.#visits.get(name) ?? 0;
      if (step.downstream === undefined) this.#runs.push({ step: name, visit, attempt, reads });
      const outcome = outcomeOf(place, { seed: this.#case.seed, visit, attempt });
      if ('error' in outcome) throw new Failure(outcome.error, `${outcome.error} of ${name}`);
      if (key !== undefined && !isKept) this.#store(place, key, { reads, value: outcome.value });
    }
    return key === undefined ? data : { ...data, seen: { ...data.seen, [key]: this.#stored.get(key) } };
  }

  #store({ step }: PlacedStep, key: string, { reads, value }: { reads: Run['reads']; value: object }): void {
    this.#stored.set(key, step.downstream === undefined ? value : child);
    const { input, ...others } = reads;
    if (step.downstream !== undefined) this.#children.set(key, { ...(input as object), ...others });
  }

  #readsOf(name: string, { error }: Data): Run['reads'] {
    const reads = this.#case.flow.steps.get(name)?.reads ?? [];
    const entries = reads.map(({ key, optional }): [string, unknown] => {
      const value = key === 'input' ? this.#case.input : key === 'error' ? error : this.#stored.get(key);
      if (value === undefined && !optional)
        throw new TypeError(`${name} may read "${key}", which is not there`);
      return [key, value];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
}

/** What is no failure of the workflow is one of the test. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
