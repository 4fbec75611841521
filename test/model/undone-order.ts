import {
  leadsTo,
  type PlacedStep,
  placedCompensations,
  placedSteps,
  type Steps,
  type WorkflowSpec,
} from './spec.js';

/** The tasks that run behind a failure in an order that is right, though not the only one. */
export function undoOrder(workflow: WorkflowSpec): PlacedStep[] {
  const tasks = placedCompensations(workflow);
  const left = [...tasks];
  const mustWait = ({ name }: PlacedStep): boolean =>
    left.some((other) => other.name !== name && runsBefore(workflow, other.name, name));
  return tasks.flatMap(() => {
    const at = left.findIndex((task) => !mustWait(task));
    return left.splice(Math.max(0, at), 1);
  });
}

/** Whether one of the tasks that run behind a failure certainly runs before another. */
export function runsBefore({ steps, onError = [] }: WorkflowSpec, one: string, other: string): boolean {
  const undoneBy = (task: string): string | undefined =>
    placedSteps(steps).find(({ step }) => step.compensate === task)?.name;
  const [left, right] = [undoneBy(one), undoneBy(other)];
  if (left !== undefined && right !== undefined) return isUndoneBefore(steps, left, right);
  // What is listed follows what undoes, as it is listed.
  return left !== undefined || (right === undefined && onError.indexOf(one) < onError.indexOf(other));
}

/** What ran in the wrong order of the tasks that ran behind a failure, in the order in which they began. */
export function wrongOrder(workflow: WorkflowSpec, ran: readonly string[]): string[] {
  const tasks = [...new Set(ran.filter((name) => Object.hasOwn(workflow.compensations ?? {}, name)))];
  return tasks.flatMap((one, at) =>
    tasks
      .slice(at + 1)
      .flatMap((other) => (runsBefore(workflow, other, one) ? [`${one} before ${other}`] : [])),
  );
}

/** Whether one step is certainly undone before another: it comes later, or stands further below in branches that run at the same time. */
function isUndoneBefore(steps: Steps, one: string, other: string): boolean {
  const [left, right] = [holderOf(steps, one), holderOf(steps, other)];
  if (left !== right) return leadsTo(steps, right, left) && !leadsTo(steps, left, right);
  const { parallel = {}, map } = steps[left] ?? {};
  if (map !== undefined) return isUndoneBefore(map.steps, one, other);
  // On a loop each comes after the other.
  if (leadsTo(steps, left, left)) return false;
  const branches = Object.values(parallel);
  const branchOf = (name: string): number =>
    branches.findIndex((branch) => holderOf(branch.steps, name) !== '');
  const branch = branches[branchOf(one)];
  if (branch === undefined || branchOf(one) !== branchOf(other)) return branchOf(one) > branchOf(other);
  return isUndoneBefore(branch.steps, one, other);
}

/** The step of a scope that is, or holds, another one; '' for none. */
function holderOf(steps: Steps, name: string): string {
  const found = Object.entries(steps).find((entry) =>
    placedSteps(Object.fromEntries([entry])).some((place) => place.name === name),
  );
  return found?.[0] ?? '';
}
