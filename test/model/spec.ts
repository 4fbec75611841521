/** A step as it stands in workflow.yaml, as far as the random workflows go. */
export interface StepSpec {
  handler?: string;
  reads?: string[];
  output?: string | { key?: string; schema?: object };
  next?: string;
  choice?: RuleSpec[];
  otherwise?: string;
  wait?: number | { seconds: string };
  parallel?: Record<string, { steps: Steps }>;
  callback?: { timeout?: number };
  downstream?: string;
  succeed?: object;
  fail?: { error: string; cause: string };
  retry?: 'none' | { errors: string[]; attempts: number; interval: number }[];
  catch?: { errors: string[]; next: string }[];
}

export interface RuleSpec {
  when: string;
  next: string;
}

/** In source order. */
export type Steps = Record<string, StepSpec>;

export interface WorkflowSpec {
  input?: object;
  document?: object;
  steps: Steps;
}

/** A step and what surrounds it. */
export interface PlacedStep {
  readonly name: string;
  readonly step: StepSpec;
  readonly inBranch: boolean;
  /** Whether a way leads from it, or from a step that it stands in, back to itself. */
  readonly onLoop: boolean;
  /** Output keys of the branches beside its own: on a loop it may read them, and then it is chance which round's they are. */
  readonly besides: readonly string[];
}

const outermost = { inBranch: false, onLoop: false, besides: [] as readonly string[] };

/** Every step of a workflow, those of branches included. */
export function placedSteps(steps: Steps, outer = outermost): PlacedStep[] {
  return Object.entries(steps).flatMap(([name, step]) => {
    const onLoop = outer.onLoop || later(steps, name).has(name);
    const branches = Object.values(step.parallel ?? {});
    const inner = branches.flatMap((branch) => {
      const others = branches.filter((other) => other !== branch).flatMap(({ steps }) => outputKeys(steps));
      return placedSteps(branch.steps, { inBranch: true, onLoop, besides: [...outer.besides, ...others] });
    });
    return [{ ...outer, name, step, onLoop }, ...inner];
  });
}

/** What the steps of a scope write, those of branches included. */
export function outputKeys(steps: Steps): string[] {
  return placedSteps(steps).flatMap(({ name, step }) => outputKey(name, step) ?? []);
}

/** What a step writes to; `undefined` where it writes nothing. */
export function outputKey(name: string, { output }: StepSpec): string | undefined {
  if (output === 'none') return undefined;
  return (typeof output === 'string' ? output : output?.key) ?? `${name}-output`;
}

/** The step below. */
export function below(steps: Steps, name: string): string | undefined {
  const names = Object.keys(steps);
  return names[names.indexOf(name) + 1];
}

/** Whether a list of errors names this one. */
export function names(errors: readonly string[], error: string): boolean {
  return errors.includes(error) || errors.includes('States.ALL');
}

/** Without the steps that no way leads to. */
export function reached(steps: Steps): Steps {
  const first = Object.keys(steps)[0] ?? '';
  const ways = later(steps, first).add(first);
  const entries = Object.entries(steps).filter(([name]) => ways.has(name));
  for (const [, { parallel = {} }] of entries) {
    for (const branch of Object.values(parallel)) branch.steps = reached(branch.steps);
  }
  return Object.fromEntries(entries);
}

function later(steps: Steps, name: string): Set<string> {
  const found = new Set(directlyAfter(steps, name));
  for (const one of found) for (const next of directlyAfter(steps, one)) found.add(next);
  return found;
}

function directlyAfter(steps: Steps, name: string): string[] {
  const { choice = [], otherwise, catch: catches = [], next, succeed, fail } = steps[name] ?? {};
  const onward = (succeed ?? fail) ? undefined : (next ?? otherwise ?? below(steps, name));
  return [...choice, ...catches, { next: onward }].flatMap((way) =>
    way.next === undefined || way.next === 'end' ? [] : way.next,
  );
}
