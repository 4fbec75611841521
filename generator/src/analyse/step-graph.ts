import type { Pointer } from '../diagnostic.js';
import { allStepsOf } from '../model/all-steps.js';
import type { MapStep, ParallelStep, Scope, Step } from '../model/service.js';
import { catchWaysOf, waysOf } from './ways.js';

/**
 * A workflow as numbered nodes: its steps in source order, inner ones included, and behind them two more nodes for each
 * parallel step and each map, one where its branches or iterations have joined and one where it has failed. A map has a third one, to
 * which the ends of an iteration lead: nothing that is written there is seen outside.
 */
export interface StepGraph {
  readonly steps: readonly Step[];
  /** By the number of the node that they leave. */
  readonly edges: readonly (readonly Edge[])[];
  readonly joins: ReadonlyMap<number, Join>;
  /** By the number of a map: the node where one iteration has ended. */
  readonly tails: ReadonlyMap<number, number>;
  /** Nodes after which the workflow may end well. */
  readonly exits: readonly number[];
  /** Steps that end the execution as failed. */
  readonly failures: readonly number[];
  /** Steps that name a target which is none; nobody knows where they lead. */
  readonly lost: readonly number[];
  /** The branch, or the map, that a step belongs to; absent for those of the outermost scope. */
  readonly branchOf: ReadonlyMap<number, BranchPlace>;
}

/**
 * - `next`: the step is done, its output is written.
 * - `enter`: from a parallel step into a branch, from a map into its steps.
 * - `pass`: from a map to where all its iterations have ended, of which there may be none.
 * - `join`: a branch has ended; all of them must.
 * - `skip`: from a parallel step to its join, for paths that leave the branches out.
 * - `fail`: from inside a branch to the failure of its parallel step.
 * - `catch`: from what failed to where it is caught.
 */
export interface Edge {
  readonly kind: 'next' | 'enter' | 'pass' | 'join' | 'skip' | 'fail' | 'catch';
  readonly from: number;
  readonly to: number;
  /** Of a `join`: which of the branches has ended. */
  readonly branch?: number;
  /** Where the target is written; absent where nobody wrote it. */
  readonly at?: Pointer;
}

export interface Join {
  /** Number of the parallel step, or of the map. */
  readonly step: number;
  /** 0 for a map. */
  readonly branches: number;
}

export interface BranchPlace {
  /** Number of the parallel step, or of the map. */
  readonly step: number;
  readonly branch: number;
  readonly join: number;
  /** Where a failure inside leads; absent in a map, which fails from where it began. */
  readonly failure?: number;
  /** Where an iteration ends; absent in a branch. */
  readonly tail?: number;
}

/** Every node and edge of a workflow. The start is node 0. */
export function stepGraph(workflow: Scope): StepGraph {
  const graph = new GraphBuilder(allStepsOf(workflow));
  graph.addScope(workflow, undefined);
  return graph;
}

/** The step that a node belongs to: itself, or the one that it is the join or the failure of. */
export function stepOfNode({ steps, joins }: StepGraph, node: number): Step | undefined {
  return steps[node] ?? steps[(joins.get(node) ?? joins.get(node - 1))?.step ?? -1];
}

/** The step whose output is written when a node is left: a map writes its own where its iterations have ended. */
export function writerAt({ steps, joins }: StepGraph, node: number): Step | undefined {
  const step = steps[node] ?? steps[joins.get(node)?.step ?? -1];
  return (step?.kind === 'map') === (steps[node] === undefined) ? step : undefined;
}

/** The node that a step's output is written behind. */
export function writingNode({ steps, joins }: StepGraph, step: number): number {
  if (steps[step]?.kind !== 'map') return step;
  return [...joins].find(([, join]) => join.step === step)?.[0] ?? step;
}

class GraphBuilder implements StepGraph {
  readonly steps: readonly Step[];
  readonly edges: Edge[][];
  readonly joins = new Map<number, Join>();
  readonly tails = new Map<number, number>();
  readonly exits: number[] = [];
  readonly failures: number[] = [];
  readonly lost: number[] = [];
  readonly branchOf = new Map<number, BranchPlace>();
  readonly #numbers: ReadonlyMap<Step, number>;

  constructor(steps: readonly Step[]) {
    this.steps = steps;
    this.edges = steps.map(() => []);
    this.#numbers = new Map(steps.map((step, number) => [step, number]));
  }

  addScope({ steps }: Scope, place: BranchPlace | undefined): void {
    const targets = new Map(steps.map((step) => [step.name, this.#number(step)]));
    for (const step of steps) this.#addStep(step, targets, place);
  }

  #addStep(step: Step, targets: ReadonlyMap<string, number>, place: BranchPlace | undefined): void {
    const number = this.#number(step);
    if (place !== undefined) {
      this.branchOf.set(number, place);
      if (place.failure !== undefined) this.#add({ kind: 'fail', from: number, to: place.failure });
    }
    const { done, failed } = this.#addInner(step, place);
    if (step.kind === 'fail') this.failures.push(number);
    for (const { target, at } of waysOf(step)) {
      const to = target === undefined ? undefined : targets.get(target);
      if (to !== undefined) this.#add({ kind: 'next', from: done, to, at });
      else if (target !== undefined) this.lost.push(number);
      else this.#addEnd(done, place);
    }
    for (const { target, at } of catchWaysOf(step)) {
      const to = targets.get(target);
      if (to === undefined) this.lost.push(number);
      else this.#add({ kind: 'catch', from: failed, to, at });
    }
  }

  /** The nodes that a step is left from, when it is done and when it has failed. */
  #addInner(step: Step, place: BranchPlace | undefined): { done: number; failed: number } {
    if (step.kind === 'parallel') return this.#addParallel(step, place);
    if (step.kind === 'map') return this.#addMap(step, place);
    const number = this.#number(step);
    return { done: number, failed: number };
  }

  #addMap(step: MapStep, outer: BranchPlace | undefined): { done: number; failed: number } {
    const number = this.#number(step);
    const { join, failure } = this.#addJoin(number, 0, outer);
    const tail = this.edges.push([]) - 1;
    this.tails.set(number, tail);
    this.#add({ kind: 'pass', from: number, to: join });
    // Its own output may have been written when it fails.
    this.#add({ kind: 'fail', from: join, to: failure });
    const [first] = step.steps;
    if (first !== undefined) this.#add({ kind: 'enter', from: number, to: this.#number(first) });
    this.addScope(step, { step: number, branch: 0, join, tail });
    return { done: join, failed: failure };
  }

  #addJoin(
    step: number,
    branches: number,
    outer: BranchPlace | undefined,
  ): { join: number; failure: number } {
    const join = this.edges.push([]) - 1;
    const failure = this.edges.push([]) - 1;
    this.joins.set(join, { step, branches });
    this.#add({ kind: 'fail', from: step, to: failure });
    if (outer?.failure !== undefined) this.#add({ kind: 'fail', from: failure, to: outer.failure });
    return { join, failure };
  }

  #addParallel(step: ParallelStep, outer: BranchPlace | undefined): { done: number; failed: number } {
    const number = this.#number(step);
    const { join, failure } = this.#addJoin(number, step.branches.length, outer);
    this.#add({ kind: 'skip', from: number, to: join });
    for (const [branch, scope] of step.branches.entries()) {
      const [first] = scope.steps;
      if (first === undefined) this.#add({ kind: 'join', from: number, to: join, branch });
      else this.#add({ kind: 'enter', from: number, to: this.#number(first) });
      this.addScope(scope, { step: number, branch, join, failure });
    }
    return { done: join, failed: failure };
  }

  #addEnd(from: number, place: BranchPlace | undefined): void {
    if (place?.tail !== undefined) this.#add({ kind: 'next', from, to: place.tail });
    else if (place !== undefined) this.#add({ kind: 'join', from, to: place.join, branch: place.branch });
    else if (!this.exits.includes(from)) this.exits.push(from);
  }

  #add(edge: Edge): void {
    this.edges[edge.from]?.push(edge);
  }

  #number(step: Step): number {
    return this.#numbers.get(step) ?? -1;
  }
}
