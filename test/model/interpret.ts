import type { WorkflowFlow } from '@sfs3/generator';
import jsonata from 'jsonata';
import { asFailure, type Caught, Failure } from './failure.js';
import { Frame } from './frame.js';
import { collectedKey, itemsOf } from './map-parts.js';
import { outcomeOf } from './outcome.js';
import { child, type Result, type Run, type StartedChild } from './result.js';
import {
  below,
  type MapSpec,
  names,
  outputKey,
  outputKeys,
  type PlacedStep,
  placedCompensations,
  placedSteps,
  type Steps,
  type WorkflowSpec,
} from './spec.js';
import { givenBy } from './states.js';

/** What goes from step to step: what conditions can see, and the error that was caught last. */
interface Data {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly error?: Caught;
  /** Where outputs are kept. */
  readonly frame: Frame;
}

/** One execution: a workflow, its input, how the world treats it, and what each step may read. */
export interface Case {
  readonly workflow: WorkflowSpec;
  readonly input: object;
  readonly seed: number;
  readonly flow: WorkflowFlow;
  /** Executes a workflow that a step waits for. */
  readonly startChild: (workflow: string, input: object) => Promise<Result>;
}

/** Executes a workflow as its spec says, without a state machine: one step after the other, branches and iterations too. */
export async function interpret(subject: Case): Promise<Result> {
  return new Interpreter(subject).result();
}

class Interpreter {
  readonly #case: Case;
  readonly #places: ReadonlyMap<string, PlacedStep>;
  readonly #root = new Frame();
  readonly #visits = new Map<string, number>();
  readonly #runs: Run[] = [];
  readonly #children = new Map<string, StartedChild>();

  constructor(subject: Case) {
    this.#case = subject;
    this.#places = new Map(placedSteps(subject.workflow.steps).map((place) => [place.name, place]));
  }

  async result(): Promise<Result> {
    const { workflow, input } = this.#case;
    const start = { seen: {}, frame: this.#root };
    const failure = await this.#scope(workflow.steps, start).then(() => undefined, asFailure);
    if (failure !== undefined) await this.#undo(failure.caught());
    const document = { ...input, ...Object.fromEntries(this.#root.stored) };
    const rest = { document, runs: this.#runs, children: this.#children };
    return failure === undefined
      ? { status: 'SUCCEEDED', ...rest }
      : { status: 'FAILED', error: failure.name, message: failure.message, ...rest };
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
        failure.step = name;
        const rule = step.catch?.find(({ errors }) => names(errors, failure.name));
        if (rule === undefined) throw failure;
        data = { ...data, error: failure.caught() };
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
    const which = `${name} ${data.frame.iteration}`;
    const visit = (this.#visits.get(which) ?? 0) + 1;
    this.#visits.set(which, visit);
    return this.#attempts(place, async (attempt) => {
      if (step.parallel !== undefined) return this.#branches(step.parallel, data);
      if (step.map !== undefined) return this.#map(place, step.map, { data, visit });
      return this.#once(place, data, { visit, attempt });
    });
  }

  /** As often as its retry rules have it. */
  async #attempts<Result>({ step }: PlacedStep, act: (attempt: number) => Promise<Result>): Promise<Result> {
    const rules = step.retry === 'none' ? [] : (step.retry ?? []);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await act(attempt);
      } catch (error) {
        const failure = asFailure(error);
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

  /** Where an iteration may fail, it does so before the next one begins, or all others go on. */
  async #map(
    { name, step, onLoop }: PlacedStep,
    map: MapSpec,
    { data, visit }: { readonly data: Data; readonly visit: number },
  ): Promise<Data> {
    const collected: unknown[] = [];
    const key = outputKey(name, step);
    for (const [number, item] of itemsOf(map, (key) => this.#valueOf(key, data.frame)).entries()) {
      const frame = data.frame.iterationOf(name, onLoop ? visit : 1, number);
      frame.stored.set(map.as, item);
      try {
        await this.#scope(map.steps, { ...data, frame });
        collected.push(frame.stored.get(collectedKey(step)));
      } catch (error) {
        const failure = asFailure(error);
        if (map.tolerate === undefined) {
          throw map.mode === undefined ? failure.ofIteration(number) : new Failure(tooMany, '');
        }
        collected.push(null);
      }
    }
    if (key === undefined) return data;
    if (onLoop || !data.frame.stored.has(key)) data.frame.stored.set(key, collected);
    return { ...data, seen: { ...data.seen, [key]: data.frame.stored.get(key) } };
  }

  async #once(
    place: PlacedStep,
    data: Data,
    { visit, attempt }: { readonly visit: number; readonly attempt: number },
  ): Promise<Data> {
    const { step, name, onLoop } = place;
    const { frame } = data;
    const key = outputKey(name, step);
    const isKept = key !== undefined && !onLoop && frame.stored.has(key);
    // A task that is tried again looks first whether its work is done.
    const isDone = isKept && attempt > 1 && step.callback === undefined;
    if (!isDone) {
      const reads = this.#readsOf(name, data);
      const value = await this.#valueFrom(place, { reads, visit, attempt, frame });
      if (key !== undefined && !isKept) frame.stored.set(key, value);
    }
    return key === undefined ? data : { ...data, seen: { ...data.seen, [key]: frame.stored.get(key) } };
  }

  async #valueFrom(
    place: PlacedStep,
    { reads, visit, attempt, frame }: Omit<Run, 'step' | 'iteration'> & { readonly frame: Frame },
  ): Promise<unknown> {
    const { step, name } = place;
    const { iteration } = frame;
    if (step.asl !== undefined) return givenBy(step.asl, reads);
    if (step.downstream !== undefined) return this.#child(place, reads, frame);
    this.#runs.push({ step: name, iteration, visit, attempt, reads });
    const outcome = outcomeOf(place, { seed: this.#case.seed, visit, attempt, iteration });
    if ('error' in outcome) throw new Failure(outcome.error, `${outcome.error} of ${name}`);
    return outcome.value;
  }

  async #child(
    { name, step, onLoop }: PlacedStep,
    { input, ...others }: Run['reads'],
    frame: Frame,
  ): Promise<unknown> {
    const given = { ...(input as object), ...others };
    const key = outputKey(name, step);
    const { downstream = '' } = step;
    const workflow = typeof downstream === 'string' ? downstream : downstream.workflow;
    // Where a branch runs again, what was stored the first time stays, and so the child that it tells of.
    const isKept = key === undefined || (!onLoop && frame.stored.has(key));
    if (frame === this.#root && !isKept) this.#children.set(key, { workflow, input: given });
    if (typeof downstream === 'string') return { downstreamExecutionArn: child };
    const result = await this.#case.startChild(workflow, given);
    if (result.error !== undefined)
      throw new Failure('States.TaskFailed', `${result.error}: ${result.message}`);
    return { downstreamExecutionArn: child, document: result.document };
  }

  /** Undoes what was done: in which order, others look at. A compensation that fails keeps no other from running. */
  async #undo(error: Caught): Promise<void> {
    const { workflow } = this.#case;
    const undone = [...this.#places.values()].filter(({ step }) => step.compensate !== undefined);
    for (const task of placedCompensations(workflow)) {
      const place = undone.find(({ step }) => step.compensate === task.name);
      const frames = this.#root
        .framesOf(place?.maps ?? [])
        .filter(({ stored }) => place === undefined || stored.has(outputKey(place.name, place.step) ?? ''));
      await this.#undoEach(task, frames.reverse(), error).catch(asFailure);
    }
  }

  /** Of a step in a map all iterations are undone that can be; what failed first says whether the others are tried again. */
  async #undoEach(task: PlacedStep, frames: readonly Frame[], error: Caught): Promise<void> {
    let left = frames;
    await this.#attempts(task, async (attempt) => {
      const failed = new Map<Frame, Failure>();
      for (const [at, frame] of frames.entries()) {
        if (!left.includes(frame)) continue;
        // Of a map on a loop there is more than one iteration of a number.
        const visit = frames.slice(0, at + 1).filter(({ iteration }) => iteration === frame.iteration).length;
        await this.#once(task, { seen: {}, error, frame }, { visit, attempt }).catch((problem: unknown) =>
          failed.set(frame, asFailure(problem)),
        );
      }
      left = [...failed.keys()];
      const [first] = failed.values();
      if (first !== undefined) throw first;
    });
  }

  #readsOf(name: string, { error, frame }: Data): Run['reads'] {
    const reads = this.#case.flow.steps.get(name)?.reads ?? [];
    const entries = reads.map(({ key, optional }): [string, unknown] => {
      const value = key === 'error' ? error : this.#valueOf(key, frame);
      if (value === undefined && !optional)
        throw new TypeError(`${name} may read "${key}", which is not there`);
      return [key, value];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #valueOf(key: string, frame: Frame): unknown {
    return key === 'input' ? this.#case.input : frame.get(key);
  }
}

const tooMany = 'States.ExceedToleratedFailureThreshold';
