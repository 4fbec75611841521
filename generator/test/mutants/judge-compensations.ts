import { laterSteps, type ModelStep } from '../front/flow-model.js';
import { compensationsOf, outputKey, type PlacedStep, stepsOf } from './spec.js';
import { beforeStep, type WorkflowFacts } from './workflow-facts.js';

/** A compensation, and the step that it undoes, if it does. */
interface Task {
  readonly task: PlacedStep;
  readonly undone: PlacedStep | undefined;
}

/** What is wrong with the compensations of a workflow. */
export function wrongCompensation(facts: WorkflowFacts): string | undefined {
  const { workflow } = facts;
  const tasks = stepsOf(compensationsOf(workflow));
  const undone = stepsOf(workflow).filter(({ step }) => step.compensate !== undefined);
  const named = [...undone.map(({ step }) => step.compensate), ...(workflow.onError ?? [])];
  if (new Set(named).size < named.length) return 'a compensation that is named twice';
  if (named.some((name) => !tasks.some((task) => task.name === name))) return 'no such compensation';
  if (tasks.some(({ name }) => !named.includes(name))) return 'a compensation that never runs';
  const silent = undone.find(({ name, step }) => outputKey(name, step) === undefined);
  if (silent !== undefined) return `${silent.name} is undone, but writes nothing`;
  const chain = tasks.map((task): Task => {
    return { task, undone: undone.find((one) => one.step.compensate === task.name) };
  });
  return chain.map((one) => wrongTask(one, chain, facts)).find((wrong) => wrong !== undefined);
}

function wrongTask({ task, undone }: Task, chain: readonly Task[], facts: WorkflowFacts): string | undefined {
  const maps = mapsAround(undone, facts);
  if (maps.length > 0 && outputKey(task.name, task.step) === undefined)
    return `${task.name} leaves no sign of an iteration`;
  const own = undone === undefined ? undefined : outputKey(undone.name, undone.step);
  const certain = undone === undefined ? [] : [...beforeStep(facts, undone.name).certain, own];
  return task.step.reads?.find((read) => {
    const key = read.replace('?', '');
    if (key === 'input' || key === 'error' || maps.some(({ as }) => as === key)) return false;
    const other = chain.find((one) => outputKey(one.task.name, one.task.step) === key);
    if (other !== undefined) {
      return (
        !read.endsWith('?') || !runsBefore(other, { task, undone }, facts) || !sees(maps, other.undone, facts)
      );
    }
    const writer = facts.writers.get(key);
    return writer === undefined || !sees(maps, writer, facts) || (key === read && !certain.includes(key));
  });
}

function mapsAround(step: PlacedStep | undefined, { around }: WorkflowFacts): readonly ModelStep[] {
  return around.get(step?.name ?? '') ?? [];
}

/** Whether what belongs to a step lies in iterations that somebody in these maps is in. */
function sees(maps: readonly ModelStep[], step: PlacedStep | undefined, facts: WorkflowFacts): boolean {
  return mapsAround(step, facts).every((map) => maps.includes(map));
}

/** Whether one compensation runs before another: what was done later is undone earlier. */
function runsBefore(one: Task, other: Task, facts: WorkflowFacts): boolean {
  const { workflow } = facts;
  if (one.task.name === other.task.name) return false;
  const listed = workflow.onError ?? [];
  if (one.undone === undefined || other.undone === undefined) {
    if (one.undone !== undefined) return true;
    return other.undone === undefined && listed.indexOf(one.task.name) < listed.indexOf(other.task.name);
  }
  const [left, right] = [one.undone.name, other.undone.name];
  const isAfter = stepsAfter(right, facts).has(left);
  const isBefore = stepsAfter(left, facts).has(right);
  if (isAfter !== isBefore) return isAfter;
  const steps = stepsOf(workflow).map(({ name }) => name);
  return steps.indexOf(left) > steps.indexOf(right);
}

/** What can come after a step, and after the maps that it is in. */
function stepsAfter(step: string, { explored, around }: WorkflowFacts): ReadonlySet<string> {
  const ends = (around.get(step) ?? []).map(({ name }) => `${name}^`);
  return new Set([step, ...ends].flatMap((from) => [...laterSteps(from, explored.edges)]));
}
