import {
  collectedKey,
  type Explored,
  explore,
  laterSteps,
  type ModelStep,
  mapsAround,
  scopesIn,
  stepsOf,
  writtenIn,
} from './flow-model.js';

/** Whether a workflow is right, by what its executions do; the first thing that is not. */
export function verdictOf(root: readonly ModelStep[]): string | undefined {
  const steps = stepsOf(root);
  const names = steps.map(({ name }) => name);
  if (new Set(names).size < names.length) return 'two steps of one name';
  const outputs = steps.flatMap(({ output }) => output ?? []);
  if (new Set(outputs).size < outputs.length) return 'two writers';
  const explored = explore(root);
  const { visits, edges } = explored;
  if (hasUnknownTarget(root)) return 'a target that is none';
  if (steps.some(({ name }) => !visits.has(name))) return 'a step that never runs';
  if (steps.some(({ name }) => !leaves(name, edges))) return 'a step that leads nowhere';
  const still = new Set(
    steps.filter(({ kind }) => kind === 'choice' || kind === 'wait').map(({ name }) => name),
  );
  const quiet = new Map([...edges].filter(([name]) => still.has(name)));
  for (const [name, targets] of quiet) quiet.set(name, new Set([...targets].filter((to) => still.has(to))));
  if ([...still].some((name) => laterSteps(name, quiet).has(name))) return 'a loop that changes nothing';
  if (hasSucceedInBranch(root)) return 'succeed in a branch';
  const around = mapsAround(root);
  return steps
    .map((step) => {
      const maps = around.get(step.name) ?? [];
      return besideItsWriter(root, step) ?? wrongUse(step, maps, explored) ?? wrongMap(step, maps, explored);
    })
    .find((wrong) => wrong !== undefined);
}

function leaves(name: string, edges: Explored['edges']): boolean {
  const later = laterSteps(name, edges);
  return later.has('END') || later.has('FAIL');
}

function hasUnknownTarget(scope: readonly ModelStep[]): boolean {
  const known = new Set([...scope.map(({ name }) => name), 'end']);
  return scope.some((step) => {
    const { next = 'end', otherwise = 'end', catches = [], rules = [] } = step;
    const targets = [next, otherwise, ...catches, ...rules.map((rule) => rule.next)];
    return targets.some((target) => !known.has(target)) || scopesIn(step).some(hasUnknownTarget);
  });
}

function hasSucceedInBranch(root: readonly ModelStep[]): boolean {
  return stepsOf(root.flatMap((step) => scopesIn(step).flat())).some(({ kind }) => kind === 'succeed');
}

/** A read of what another branch of the same parallel step writes: on a loop it may be there, but from which round is chance. */
function besideItsWriter(root: readonly ModelStep[], { name, reads = [] }: ModelStep): string | undefined {
  const keys = reads.map((read) => read.replace(/\?$/, ''));
  for (const { branches = [] } of stepsOf(root)) {
    const own = branches.find((branch) => stepsOf(branch).some((step) => step.name === name));
    if (own === undefined) continue;
    const others = branches.filter((branch) => branch !== own).flatMap(stepsOf);
    const beside = others.find(({ output }) => output !== undefined && keys.includes(output));
    if (beside !== undefined) return `a read beside ${beside.name}`;
  }
  return undefined;
}

function wrongUse(
  step: ModelStep,
  maps: readonly ModelStep[],
  { visits, keys }: Explored,
): string | undefined {
  const configs = [...(visits.get(step.name)?.values() ?? [])];
  const { certain, possible } = writtenIn(configs, keys);
  const uses = (step.rules ?? []).flatMap(({ uses: use }) =>
    use === undefined ? [] : [use.measure === 'exists' ? `${use.key}?` : use.key],
  );
  return [...(step.reads ?? []), ...uses].find((read) => {
    const key = read.replace(/\?$/, '');
    if (key === 'error') {
      const caught = configs.filter(({ error }) => error !== '');
      return read === key ? caught.length < configs.length : caught.length === 0;
    }
    if (key === 'input' || maps.some(({ as }) => as === key)) return !(step.reads ?? []).includes(read);
    return !(read === key ? certain : possible).includes(key);
  });
}

function wrongMap(
  step: ModelStep,
  maps: readonly ModelStep[],
  { visits, keys, iterations }: Explored,
): string | undefined {
  const { kind, as = 'item', over = '', output, inner = [] } = step;
  if (kind !== 'map') return undefined;
  const taken = ['input', 'error', 'context', 'upload', ...keys, ...maps.map((map) => map.as)];
  if (taken.includes(as)) return `the item ${as}`;
  const outer = maps.findLast((map) => map.as === over);
  const { certain } = writtenIn([...(visits.get(step.name)?.values() ?? [])], keys);
  if (over !== 'input' && outer === undefined && !certain.includes(over)) return `no list ${over}`;
  if (outer?.isBatched) return 'several items are no item';
  const collect = collectedKey(step) ?? '';
  if (output === undefined) return undefined;
  if (!ownKeys(inner).includes(collect)) return 'nothing to collect';
  const ends = iterations.get(step.name) ?? [];
  return ends.length === 0 || writtenIn(ends, keys).certain.includes(collect)
    ? undefined
    : `${collect} to collect`;
}

/** What the steps of an iteration write, but not those of maps within it. */
function ownKeys(scope: readonly ModelStep[]): string[] {
  return scope.flatMap(({ output, branches = [] }) => [
    ...(output === undefined ? [] : [output]),
    ...branches.flatMap(ownKeys),
  ]);
}
