/** A step of a random workflow. */
export interface ModelStep {
  name: string;
  kind: 'task' | 'callback' | 'downstream' | 'choice' | 'wait' | 'parallel' | 'map' | 'succeed' | 'fail';
  /** Absent: none. */
  output?: string;
  reads?: string[];
  next?: string;
  catches?: string[];
  rules?: { uses?: { key: string; measure: 'value' | 'exists' }; next: string }[];
  otherwise?: string;
  branches?: ModelStep[][];
  /** Of a map: what runs for each item. */
  inner?: ModelStep[];
  /** Of a map: where the list lies that it goes over: `input`, an output key, or the item of a map around. */
  over?: string;
  /** Of a map: what the steps inside call their item. */
  as?: string;
  /** Of a map: the key inside that it collects; absent: the last one that its own steps write. */
  collect?: string;
  /** Of a map: whether its item is a list of several. */
  isBatched?: boolean;
}

/** What an execution has written, as bits, and the step whose error it caught last. */
interface Config {
  readonly written: number;
  readonly error: string;
}

/** What every execution together shows: each step with all that can be when it begins. */
export interface Explored {
  readonly visits: Map<string, Map<string, Config>>;
  readonly ends: Config[];
  /** What has been written when an iteration ends, by map. */
  readonly iterations: Map<string, Config[]>;
  /** Which step can come directly after which. The join of a parallel step is a step of its own, `name^`. */
  readonly edges: Map<string, Set<string>>;
  readonly keys: string[];
}

/** Every step of a workflow, those of branches and maps included. */
export function stepsOf(scope: readonly ModelStep[]): ModelStep[] {
  return scope.flatMap((step) => [step, ...scopesIn(step).flatMap(stepsOf)]);
}

/** The maps around every step, outermost first. */
export function mapsAround(
  scope: readonly ModelStep[],
  around: readonly ModelStep[] = [],
): Map<string, readonly ModelStep[]> {
  const entries = scope.flatMap((step): [string, readonly ModelStep[]][] => {
    const inside = step.kind === 'map' ? [...around, step] : around;
    return [[step.name, around], ...scopesIn(step).flatMap((inner) => [...mapsAround(inner, inside)])];
  });
  return new Map(entries);
}

/** What a map collects, should it have an output. */
export function collectedKey({ collect, inner = [] }: ModelStep): string | undefined {
  return collect ?? inner.findLast(({ output }) => output !== undefined)?.output;
}

/** The scopes directly in a step. */
export function scopesIn({ branches = [], inner }: ModelStep): ModelStep[][] {
  return inner === undefined ? branches : [inner];
}

/**
 * Runs a workflow in every way it can go: each choice each way, each failure before and after its step's write, until no new situation
 * comes up. It knows nothing of the compiler's graph: branches are run to their ends, and their ends put together; a map runs no
 * iteration, or one in every way it can go.
 */
export function explore(root: readonly ModelStep[]): Explored {
  const keys = [...new Set(stepsOf(root).flatMap(({ output }) => output ?? []))];
  const visits: Explored['visits'] = new Map();
  const edges: Explored['edges'] = new Map();
  const iterations: Explored['iterations'] = new Map();
  if (keys.length > 31) throw new RangeError('More keys than bits');
  const bit = (key: string | undefined): number => (key === undefined ? 0 : 1 << keys.indexOf(key));
  const lead = (from: string, to: string): void => {
    edges.set(from, (edges.get(from) ?? new Set()).add(to));
  };

  function run(scope: readonly ModelStep[], start: Config, inBranch: boolean): Run {
    const result: Run = { ends: [], enders: new Set(), progress: [start.written], names: new Set() };
    const seen = new Set<string>();
    const queue: [string | undefined, Config, string][] = [[scope[0]?.name, start, '']];
    const go = (target: string | undefined, config: Config, from: string): void => {
      queue.push([target, config, from]);
    };
    for (const [name, config, from] of queue) {
      const at = scope.findIndex((step) => step.name === name);
      const step = scope[at];
      if (step === undefined) {
        lead(from, name === undefined ? (inBranch ? `${from}$` : 'END') : `${name}?`);
        if (name === undefined) {
          result.ends.push(config);
          result.enders.add(from);
        }
        continue;
      }
      if (from !== '') lead(from, step.name);
      const situation = `${name} ${config.written} ${config.error}`;
      if (seen.has(situation)) continue;
      seen.add(situation);
      visits.set(step.name, (visits.get(step.name) ?? new Map()).set(situation, config));
      result.progress.push(config.written);
      result.names.add(step.name);
      const following = scope[at + 1]?.name;
      const next = step.next === 'end' ? undefined : (step.next ?? following);
      if (step.kind === 'fail') lead(step.name, 'FAIL');
      else if (step.kind === 'succeed') go(undefined, config, step.name);
      else if (step.kind === 'wait') go(next, config, step.name);
      else if (step.kind === 'choice') {
        for (const rule of step.rules ?? [])
          go(rule.next === 'end' ? undefined : rule.next, config, step.name);
        go(step.otherwise === 'end' ? undefined : (step.otherwise ?? following), config, step.name);
      } else if (step.kind === 'parallel') parallel(step, config, { next, go, result });
      else if (step.kind === 'map') map(step, config, { next, go, result });
      else {
        const written = config.written | bit(step.output);
        result.progress.push(written);
        go(next, { ...config, written }, step.name);
        for (const target of step.catches ?? []) {
          for (const before of [config.written, written]) {
            go(target, { written: before, error: step.name }, step.name);
          }
        }
      }
    }
    return result;
  }

  function parallel(step: ModelStep, config: Config, { next, go, result }: Onward): void {
    const runs = (step.branches ?? []).map((branch) => {
      lead(step.name, branch[0]?.name ?? '');
      return run(branch, config, true);
    });
    const progress = new Set(runs.flatMap((branch) => branch.progress));
    result.progress.push(...progress);
    for (const branch of runs) for (const name of branch.names) result.names.add(name);
    for (const target of step.catches ?? []) {
      for (const written of [config.written, ...progress]) {
        go(target, { written, error: step.name }, step.name);
      }
      for (const name of runs.flatMap(({ names }) => [...names])) lead(name, target);
    }
    const isJoined = runs.every(({ ends }) => ends.length > 0);
    const join = `${step.name}^`;
    // A branch that has ended is not to blame for another one that never does.
    for (const name of runs.flatMap(({ enders }) => [...enders])) lead(name, isJoined ? join : 'FAIL');
    if (!isJoined) return;
    let joined = new Set([config.written]);
    for (const { ends } of runs) {
      joined = new Set([...joined].flatMap((one) => ends.map(({ written }) => one | written)));
    }
    for (const written of joined) go(next, { written, error: config.error }, join);
  }

  /** What an iteration writes and catches, only the iteration sees. Its steps lead to its end, and to nothing behind that. */
  function map(step: ModelStep, config: Config, { next, go, result }: Onward): void {
    const inner = step.inner ?? [];
    lead(step.name, inner[0]?.name ?? '');
    const { ends, enders } = run(inner, config, true);
    iterations.set(step.name, [...(iterations.get(step.name) ?? []), ...ends]);
    for (const name of enders) lead(name, 'END');
    const written = config.written | bit(step.output);
    result.progress.push(written);
    const join = `${step.name}^`;
    lead(step.name, join);
    go(next, { ...config, written }, join);
    for (const target of step.catches ?? []) {
      for (const before of [config.written, written]) {
        go(target, { written: before, error: step.name }, step.name);
      }
      lead(join, target);
    }
  }

  const { ends } = run(root, { written: 0, error: '' }, false);
  return { visits, ends, iterations, edges, keys };
}

interface Run {
  readonly ends: Config[];
  /** Steps, or joins, after which the scope has ended. */
  readonly enders: Set<string>;
  readonly progress: number[];
  /** Every step that has run, those of branches included. */
  readonly names: Set<string>;
}

interface Onward {
  readonly next: string | undefined;
  readonly go: (target: string | undefined, config: Config, from: string) => void;
  readonly result: Run;
}

/** The keys that all, or some, of several situations have written. */
export function writtenIn(
  configs: Iterable<Config>,
  keys: readonly string[],
): { readonly certain: string[]; readonly possible: string[] } {
  let all = -1;
  let any = 0;
  for (const { written } of configs) {
    all &= written;
    any |= written;
  }
  const list = (bits: number): string[] => keys.filter((_, number) => (bits >> number) & 1);
  return { certain: list(all & any), possible: list(any) };
}

/** Every step that can come after a step, however much later. */
export function laterSteps(start: string, edges: Explored['edges']): Set<string> {
  const found = new Set(edges.get(start) ?? []);
  for (const name of found) for (const next of edges.get(name) ?? []) found.add(next);
  return found;
}
