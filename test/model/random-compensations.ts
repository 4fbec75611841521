import type { WorkflowFlow } from '@sfs3/generator';
import type { Random } from './random.js';
import { outputKey, type PlacedStep, placedSteps, type StepSpec, type WorkflowSpec } from './spec.js';

/** Gives steps compensations that read what they may, and the workflow tasks for every failure. */
export function addCompensations(workflow: WorkflowSpec, flowOf: () => WorkflowFlow, random: Random): void {
  const places = placedSteps(workflow.steps);
  const undoable = places.filter(({ name, step }) => {
    const isTask = step.handler !== undefined && step.callback === undefined;
    return (isTask || step.downstream !== undefined) && outputKey(name, step) !== undefined;
  });
  const tasks: [string, StepSpec][] = [];
  for (const { name, step, maps } of undoable) {
    if (random.chance(maps.length > 0 ? 40 : 65)) continue;
    step.compensate = `undo-${name}`;
    const output = maps.length === 0 && random.chance(30) ? 'none' : `undone.${name}`;
    tasks.push([step.compensate, task(output, random)]);
  }
  if (tasks.length === 0 || random.chance(50)) {
    tasks.push(['tell', task('told', random)], ['tell-again', task('none', random)]);
    workflow.onError = ['tell', 'tell-again'];
  }
  workflow.compensations = Object.fromEntries(tasks);
  const flow = flowOf();
  for (const [name, step] of tasks)
    if (random.chance(80)) step.reads = readsOf(name, { flow, places, random });
}

function task(output: string, random: Random): StepSpec {
  const retry = [{ errors: ['Busy'], attempts: 1, interval: 1 }];
  return { handler: 'body.ts', output, ...(random.chance(40) ? { retry } : {}) };
}

/** What other compensations write is left out: which of them ran before is another matter. */
function readsOf(
  task: string,
  { flow, places, random }: { flow: WorkflowFlow; places: readonly PlacedStep[]; random: Random },
): string[] {
  const { certain, maps } = flow.steps.get(task) ?? { certain: new Set<string>(), maps: [] };
  const around = maps.map(({ name }) => name);
  const keys = places.flatMap((place) => {
    const key = outputKey(place.name, place.step);
    const isVisible = place.maps.every((map) => around.includes(map));
    return key === undefined || !isVisible ? [] : certain.has(key) ? key : `${key}?`;
  });
  return ['input', 'error', ...maps.map(({ as }) => as), ...keys].filter(() => random.chance(50));
}
