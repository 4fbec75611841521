import type { Random } from './random.js';
import type { MapSpec, StepSpec, Steps } from './spec.js';
import { stateKinds, stateStep } from './states.js';

/** What random outputs and inputs have in them. */
export const words = ['red', 'green', 'blue'];

const schema = {
  type: 'object',
  required: ['n', 'flag', 'word', 'list'],
  properties: {
    n: { type: 'integer' },
    flag: { type: 'boolean' },
    word: { enum: words },
    note: { type: 'string' },
    list: { type: 'array', items: { type: 'integer' } },
  },
};

/** Of a branch that fails in the end: longer than everything its siblings do, so that each run goes the same way. */
const doomSeconds = [1_000_000, 20_000];

const maxSteps = 60;

/** A condition that is still to be made. */
export const openCondition = 'input.flag';

interface Entry {
  readonly name: string;
  readonly step: StepSpec;
  /** Whether ways may lead to it from elsewhere than the step above. */
  readonly isTarget: boolean;
  /** Whether it leads back to an earlier step. */
  readonly isBack?: boolean;
}

/** Makes the steps of one workflow. Some may be out of reach, and conditions and reads are still to come. */
export class WorkflowMaker {
  readonly #random: Random;
  readonly #child: string;
  #count = 0;

  constructor(random: Random, child: string) {
    this.#random = random;
    this.#child = child;
  }

  scope(depth = 0): Steps {
    const length = 1 + this.#random.below(depth === 0 ? 24 : 5);
    const entries: Entry[] = [];
    while (entries.length < length && this.#count < maxSteps) entries.push(...this.#unit(depth));
    const last = entries.at(-1)?.step;
    if (last === undefined || last.parallel !== undefined || last.map !== undefined)
      entries.push(this.#task());
    for (const at of entries.keys()) this.#link(entries, at, depth);
    return Object.fromEntries(entries.map(({ name, step }) => [name, step]));
  }

  #unit(depth: number): Entry[] {
    const random = this.#random;
    const dice = random.below(100);
    if (dice < 34) return [this.#task()];
    if (dice < 42 && depth < 2) return [this.#map(depth)];
    if (dice < 54) return [this.#entry('choose', { choice: [] })];
    if (dice < 64) return this.#loop();
    if (dice < 71) {
      return [
        this.#entry('rest', { wait: random.chance(50) ? random.below(20) : { seconds: 'input.pause' } }),
      ];
    }
    if (dice < 79) return [this.#callback()];
    if (dice < 81) return [this.#entry('start', { downstream: this.#child })];
    if (dice < 83) return [this.#entry('await', { downstream: { workflow: this.#child, wait: true } })];
    if (dice < 89) return [this.#state()];
    if (dice < 95 && depth < 2) return [this.#parallel(depth)];
    if (dice < 97)
      return [
        this.#entry('stop', { fail: { error: depth === 0 ? 'Stopped' : 'Doom', cause: 'stop' } }),
      ].filter(() => depth === 0);
    return depth === 0 ? [this.#entry('done', { succeed: {} })] : [this.#task()];
  }

  #entry(kind: string, step: StepSpec, isTarget = true): Entry {
    this.#count += 1;
    return { name: `${kind}${this.#count}`, step, isTarget };
  }

  #task(prefix = 'do', isTarget = true): Entry {
    const entry = this.#entry(prefix, { handler: 'body.ts' }, isTarget);
    const { step, name } = entry;
    const isFile = this.#random.chance(8);
    if (this.#random.chance(8)) step.output = 'none';
    else if (isFile) step.output = { content: 'text/plain' };
    else if (this.#random.chance(9)) step.output = { schema, sensitive: true };
    else if (this.#random.chance(85)) step.output = { schema };
    else if (this.#random.chance(50)) step.output = `${name}.any`;
    return entry;
  }

  #loop(): Entry[] {
    const ask = this.#entry('ask', { handler: 'body.ts', output: { schema } });
    const when = `\`${ask.name}-output\`.n < ${2 + this.#random.below(6)}`;
    const back = this.#entry('again', { choice: [{ when, next: ask.name }] }, false);
    return [ask, { ...back, isBack: true }];
  }

  #callback(): Entry {
    const callback = this.#random.chance(50) ? { timeout: 100 } : {};
    const entry = this.#entry('call', { handler: 'body.ts', callback });
    entry.step.output = this.#random.chance(20) ? 'none' : { schema };
    return entry;
  }

  /** A state written out, which reads more than the input where there is more. */
  #state(): Entry {
    const kind = this.#random.pick(stateKinds);
    const entry = this.#entry(kind, {});
    Object.assign(entry.step, stateStep(kind, entry.name));
    return entry;
  }

  /** What it goes over, and whether it collects anything, is still to come. */
  #map(depth: number): Entry {
    const random = this.#random;
    const steps = this.scope(depth + 1);
    const entry = this.#entry('each', { output: 'none' });
    const map: MapSpec = { over: 'input.rows', as: `of.${entry.name}`.replace('.', '-'), steps };
    if (random.chance(70)) map.concurrency = random.chance(75) ? 1 : 2;
    if (random.chance(25)) map.batch = 2;
    if (random.chance(60)) map.mode = 'distributed';
    if (map.mode && random.chance(80)) map.tolerate = { percentage: 100 };
    entry.step.map = map;
    return entry;
  }

  #parallel(depth: number): Entry {
    const random = this.#random;
    const branches = Array.from({ length: 2 + random.below(2) }, () => this.scope(depth + 1));
    const entry = this.#entry('both', {});
    if (random.chance(40)) this.#doom(random.pick(branches), depth);
    entry.step.parallel = Object.fromEntries(branches.map((steps, at) => [`b${at}`, { steps }]));
    if (random.chance(20)) entry.step.retry = [{ errors: ['Doom'], attempts: 1, interval: 1 }];
    return entry;
  }

  #doom(branch: Steps, depth: number): void {
    const bomb = this.#random.chance(50)
      ? this.#entry('bomb', { fail: { error: 'Doom', cause: 'Doom' } })
      : this.#entry('bomb', { handler: 'body.ts', output: 'none' });
    branch[`fuse-of-${bomb.name}`] = { wait: doomSeconds[depth] ?? 0 };
    branch[bomb.name] = bomb.step;
  }

  #link(entries: readonly Entry[], at: number, depth: number): void {
    const random = this.#random;
    const { step, isBack } = entries[at] as Entry;
    const nameOf = ({ name }: Entry): string => name;
    const later = entries.slice(at + 1).filter(({ isTarget }) => isTarget);
    const forward = later.slice(0, 4).map(nameOf);
    const end = random.chance(25) || forward.length === 0 ? ['end'] : [];
    const backward = entries
      .slice(Math.max(0, at - 4), at)
      .filter(({ isTarget }) => isTarget)
      .map(nameOf);
    if (isBack) {
      for (const rule of step.choice ?? []) rule.next = random.pick(backward);
    } else if (step.choice !== undefined) {
      const rules = Array.from({ length: 1 + random.below(2) }, () => random.pick([...forward, ...end]));
      step.choice = rules.map((next) => ({ when: openCondition, next }));
      if (random.chance(30)) step.otherwise = random.pick([...forward, ...end]);
    } else if (step.succeed === undefined && step.fail === undefined && !this.#asksNext(entries, at)) {
      if (random.chance(12)) step.next = random.pick([...forward, ...end]);
      if (step.asl !== undefined) this.#linkState(entries[at] as Entry, forward, depth > 0);
      else this.#linkFailure(step, { forward, backward, mustCatch: depth > 0 });
    }
  }

  /** Whether the choice of a loop stands below, which asks for this very step. */
  #asksNext(entries: readonly Entry[], at: number): boolean {
    return entries[at + 1]?.isBack === true;
  }

  #linkFailure(
    step: StepSpec,
    { forward, backward, mustCatch }: { forward: string[]; backward: string[]; mustCatch: boolean },
  ): void {
    const random = this.#random;
    if (step.wait !== undefined) return;
    if (step.parallel !== undefined || step.map !== undefined) {
      const next = forward[random.below(forward.length)];
      const errors = step.map === undefined ? ['Doom', 'States.ALL'] : ['States.ALL'];
      if (next !== undefined && (mustCatch || random.chance(step.map === undefined ? 70 : 90))) {
        step.catch = [{ errors: [random.pick(errors)], next }];
      }
      if (step.map !== undefined && random.chance(20)) {
        step.retry = [{ errors: [random.pick(['Bad', 'States.TaskFailed'])], attempts: 1, interval: 1 }];
      }
      return;
    }
    if (random.chance(6)) step.retry = 'none';
    else if (random.chance(25))
      step.retry = [{ errors: ['Busy'], attempts: 1 + random.below(2), interval: 1 }];
    // A child that fails does so at each visit: a way back from there would never end.
    const targets = typeof step.downstream === 'object' || random.chance(80) ? forward : backward;
    if (targets.length === 0 || random.chance(step.callback?.timeout === undefined ? 65 : 20)) return;
    const own = typeof step.downstream === 'object' ? 'States.TaskFailed' : 'Bad';
    const last = random.chance(50) ? 'States.ALL' : own;
    step.catch = [{ errors: [last], next: random.pick(targets) }];
    if (random.chance(30))
      step.catch.unshift({ errors: ['Busy', 'States.Timeout'], next: random.pick(targets) });
  }

  /** States of one kind fail. Where none may unless it is caught, and there is no way on, the state is another one. */
  #linkState({ name, step }: Entry, forward: readonly string[], mustCatch: boolean): void {
    const random = this.#random;
    if (step.asl?.Comment !== 'refuse') return;
    if (random.chance(30)) step.retry = [{ errors: ['Bad'], attempts: 1, interval: 1 }];
    if (forward.length > 0 && (mustCatch || random.chance(70))) {
      step.catch = [{ errors: [random.pick(['Bad', 'States.ALL'])], next: random.pick(forward) }];
    } else if (mustCatch) {
      Object.assign(step, stateStep('copy', name));
    }
  }
}
