import type { WorkflowFlow } from '@sfs3/generator';
import type { Random } from './random.js';
import {
  outputKey,
  type PlacedStep,
  placedCompensations,
  placedSteps,
  type StepSpec,
  type WorkflowSpec,
} from './spec.js';
import { runsBefore } from './undone-order.js';

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
    if (random.chance(80)) step.reads = readsOf(name, { workflow, flow, random });
}

function task(output: string, random: Random): StepSpec {
  const retry = [{ errors: ['Busy'], attempts: 1, interval: 1 }];
  return { handler: 'body.ts', output, ...(random.chance(40) ? { retry } : {}) };
}

/** What other compensations write is read where they certainly run before; else it would be chance whether it is there. */
function readsOf(
  task: string,
  { workflow, flow, random }: { workflow: WorkflowSpec; flow: WorkflowFlow; random: Random },
): string[] {
  const { certain, maps, items } = flow.steps.get(task) ?? {
    certain: new Set<string>(),
    maps: [],
    items: [],
  };
  const around = maps.map(({ name }) => name);
  const places = placedSteps(workflow.steps);
  const isVisible = (place: PlacedStep | undefined): boolean =>
    place === undefined || place.maps.every((map) => around.includes(map));
  const keys = places.filter(isVisible).flatMap(({ name, step }) => outputKey(name, step) ?? []);
  const earlier = placedCompensations(workflow)
    .filter(({ name }) => name !== task && runsBefore(workflow, name, task))
    .filter(({ name }) => isVisible(places.find(({ step }) => step.compensate === name)))
    .flatMap(({ name, step }) => outputKey(name, step) ?? []);
  const outputs = [...keys, ...earlier].map((key) => (certain.has(key) ? key : `${key}?`));
  return ['input', 'error', ...items.map(({ as }) => as), ...outputs].filter(() => random.chance(50));
}
