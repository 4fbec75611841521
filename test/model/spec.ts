/** A step as it stands in workflow.yaml, as far as the random workflows go. */
export interface StepSpec {
  handler?: string;
  reads?: string[];
  output?: string | { key?: string; schema?: object; content?: string; collect?: string; sensitive?: true };
  next?: string;
  choice?: RuleSpec[];
  otherwise?: string;
  wait?: number | { seconds: string };
  parallel?: Record<string, { steps: Steps }>;
  callback?: { timeout?: number };
  downstream?: string | { workflow: string; wait: boolean; input?: Record<string, string> };
  map?: MapSpec;
  asl?: { readonly Type: string; readonly [field: string]: unknown };
  rights?: readonly object[];
  compensate?: string;
  succeed?: object;
  fail?: { error: string; cause: string };
  retry?: 'none' | { errors: string[]; attempts: number; interval: number }[];
  catch?: { errors: string[]; next: string }[];
}

export interface MapSpec {
  over: string;
  as: string;
  concurrency?: number;
  mode?: 'distributed';
  batch?: number;
  tolerate?: { percentage: number };
  steps: Steps;
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
  compensations?: Steps;
  onError?: string[];
}

/** A step and what surrounds it. */
export interface PlacedStep {
  readonly name: string;
  readonly step: StepSpec;
  /** Whether it is known what else has run when it fails and nobody catches it. */
  readonly mayFail: boolean;
  readonly depth: number;
  /** Whether a way leads from it, or from a step that it stands in, back to itself; in a map within one iteration. */
  readonly onLoop: boolean;
  /** The maps around it, outermost first. */
  readonly maps: readonly string[];
  /** Output keys of the branches beside its own: on a loop it may read them, and then it is chance which round's they are. */
  readonly besides: readonly string[];
}

type Place = Omit<PlacedStep, 'name' | 'step'>;
const outermost: Place = { mayFail: true, depth: 0, onLoop: false, maps: [], besides: [] };

/** Every step of a workflow, those of branches and maps included. */
export function placedSteps(steps: Steps, outer = outermost): PlacedStep[] {
  return Object.entries(steps).flatMap(([name, step]) => {
    const onLoop = outer.onLoop || later(steps, name).has(name);
    const depth = outer.depth + 1;
    const branches = Object.values(step.parallel ?? {});
    const inner = branches.flatMap((branch) => {
      const others = branches.filter((other) => other !== branch).flatMap(({ steps }) => outputKeys(steps));
      const besides = [...outer.besides, ...others];
      return placedSteps(branch.steps, { ...outer, depth, mayFail: false, onLoop, besides });
    });
    const iterations =
      step.map === undefined
        ? []
        : placedSteps(step.map.steps, {
            ...outer,
            ...{ depth, onLoop: false, maps: [...outer.maps, name] },
            mayFail: mayFailWithin(step, step.map, outer),
          });
    return [{ ...outer, name, step, onLoop }, ...inner, ...iterations];
  });
}

/** Of a map that works on one item after the other it is known which have run; one that tolerates failures runs all. */
function mayFailWithin(step: StepSpec, { tolerate, concurrency }: MapSpec, { mayFail }: Place): boolean {
  const isCaught = step.catch?.some(({ errors }) => errors.includes('States.ALL')) ?? false;
  return tolerate !== undefined || (concurrency === 1 && (mayFail || isCaught));
}

/** The compensations of a workflow, which are tasks and stand nowhere. */
export function placedCompensations({ compensations = {} }: WorkflowSpec): PlacedStep[] {
  return Object.entries(compensations).map(([name, step]) => ({ ...outermost, name, step }));
}

/** What the steps of a scope write, those of branches included. */
export function outputKeys(steps: Steps): string[] {
  return placedSteps(steps).flatMap(({ name, step }) => outputKey(name, step) ?? []);
}

const silentKinds = ['choice', 'parallel', 'wait', 'succeed', 'fail'] as const;

/** What a step writes to; `undefined` where it writes nothing. */
export function outputKey(name: string, step: StepSpec): string | undefined {
  const { output, asl } = step;
  const isSilent = asl?.Type === 'Wait';
  if (output === 'none' || isSilent || silentKinds.some((kind) => step[kind] !== undefined)) return undefined;
  return (typeof output === 'string' ? output : output?.key) ?? `${name}-output`;
}

/** The step below. */
export function below(steps: Steps, name: string): string | undefined {
  const names = Object.keys(steps);
  return names[names.indexOf(name) + 1];
}

/** Whether a list of errors names this one. `States.TaskFailed` stands for every error but a time-out. */
export function names(errors: readonly string[], error: string): boolean {
  const isFailure = error !== 'States.Timeout' && errors.includes('States.TaskFailed');
  return isFailure || errors.includes(error) || errors.includes('States.ALL');
}

/** Without the steps that no way leads to. */
export function reached(steps: Steps): Steps {
  const first = Object.keys(steps)[0] ?? '';
  const ways = later(steps, first).add(first);
  const entries = Object.entries(steps).filter(([name]) => ways.has(name));
  for (const [, { parallel = {}, map }] of entries) {
    for (const scope of [...Object.values(parallel), ...(map ? [map] : [])])
      scope.steps = reached(scope.steps);
  }
  return Object.fromEntries(entries);
}

/** Whether a way leads from one step of a scope to another. */
export function leadsTo(steps: Steps, from: string, to: string): boolean {
  return later(steps, from).has(to);
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
