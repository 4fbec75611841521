import type { WorkflowFlow } from '@sfs3/generator';
import type { Random } from './random.js';
import { outputKey, type PlacedStep, placedSteps, type Steps } from './spec.js';

/** What maps are filled in by. */
export interface Filling {
  /** What the compiler says as things are. */
  readonly flowOf: () => WorkflowFlow;
  /** Whether the compiler finds no fault as things are. */
  readonly isRight: () => boolean;
  readonly random: Random;
}

/** Gives maps what they collect, inner ones first, and then what they go over, outer ones first. */
export function fillInMaps(steps: Steps, filling: Filling): void {
  const maps = placedSteps(steps).filter(({ step }) => step.map !== undefined);
  for (const place of maps.toReversed()) collect(place, filling);
  for (const place of maps) goOver(place, steps, filling);
}

function collect({ step }: PlacedStep, { isRight, random }: Filling): void {
  if (random.chance(15)) return;
  const inner = placedSteps(step.map?.steps ?? {}).filter(({ maps }) => maps.length === 0);
  const keys = inner.flatMap(({ name, step }) => outputKey(name, step) ?? []);
  delete step.output;
  if (random.chance(50) && isRight()) return;
  for (let tries = 0; tries < 4 && keys.length > 0; tries += 1) {
    step.output = { collect: random.pick(keys) };
    if (isRight()) return;
  }
  step.output = 'none';
}

/** A list of the input, of an output, of an item around, or what was collected: whichever the compiler takes. */
function goOver({ name, step, maps }: PlacedStep, steps: Steps, { flowOf, isRight, random }: Filling): void {
  const { map } = step;
  if (map === undefined) return;
  const all = placedSteps(steps);
  const around = all.filter((other) => maps.includes(other.name)).map((other) => other.step.map?.as ?? '');
  const certain = flowOf().steps.get(name)?.certain ?? new Set<string>();
  const keys = all.flatMap((other) => {
    const key = outputKey(other.name, other.step);
    if (key === undefined || !certain.has(key)) return [];
    return other.step.map === undefined ? [`${key}.list`] : [key, key, key];
  });
  const items = around.flatMap((as) => [`${as}.parts`, `${as}.parts`, `${as}.list`]);
  for (let tries = 0; tries < 5; tries += 1) {
    map.over = random.pick(['input.rows', 'input.rows', 'input.lines', 'input.few', ...keys, ...items]);
    if (isRight()) return;
  }
  map.over = 'input.rows';
}
