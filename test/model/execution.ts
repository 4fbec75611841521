import type { WorkflowFlow } from '@sfs3/generator';
import type { Caught } from './failure.js';
import { Frame } from './frame.js';
import type { Result, Run, StartedChild } from './result.js';
import { type PlacedStep, placedSteps, type WorkflowSpec } from './spec.js';

/** One execution: a workflow, its input, how the world treats it, and what each step may read. */
export interface Case {
  readonly workflow: WorkflowSpec;
  readonly input: object;
  readonly seed: number;
  readonly flow: WorkflowFlow;
  /** Executes a workflow that a step waits for. */
  readonly startChild: (workflow: string, input: object) => Promise<Result>;
}

/** What goes from step to step: what conditions can see, and the error that was caught last. */
export interface Data {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly error?: Caught;
  /** Where outputs are kept. */
  readonly frame: Frame;
}

/** Visits and attempts count from 1. */
export interface Attempt {
  readonly visit: number;
  readonly attempt: number;
}

/** All that is known of an execution while it is under way. */
export class Execution {
  readonly case: Case;
  readonly places: ReadonlyMap<string, PlacedStep>;
  readonly root = new Frame();
  readonly runs: Run[] = [];
  /** By output key. */
  readonly children = new Map<string, StartedChild>();
  readonly #visits = new Map<string, number>();

  constructor(subject: Case) {
    this.case = subject;
    this.places = new Map(placedSteps(subject.workflow.steps).map((place) => [place.name, place]));
  }

  /** Counts a visit of a step. */
  visit(step: string, { iteration }: Frame): number {
    const which = `${step} ${iteration}`;
    const visit = (this.#visits.get(which) ?? 0) + 1;
    this.#visits.set(which, visit);
    return visit;
  }
}
