import jsonata from 'jsonata';
import { type Case, type Data, Execution } from './execution.js';
import { asFailure, Failure } from './failure.js';
import { iterate } from './iterate.js';
import type { Result } from './result.js';
import { retried } from './retried.js';
import { below, names, outputKeys, type PlacedStep, type Steps } from './spec.js';
import { undo } from './undo.js';
import { work } from './work.js';

/** Executes a workflow as its spec says, without a state machine: one step after the other, branches and iterations too. */
export async function interpret(subject: Case): Promise<Result> {
  const execution = new Execution(subject);
  const { root, runs, children } = execution;
  const start = { seen: {}, frame: root };
  const failure = await runSteps(execution, subject.workflow.steps, start).then(() => undefined, asFailure);
  if (failure !== undefined) await undo(execution, failure.caught());
  const rest = { document: { ...subject.input, ...Object.fromEntries(root.stored) }, runs, children };
  return failure === undefined
    ? { status: 'SUCCEEDED', ...rest }
    : { status: 'FAILED', error: failure.name, message: failure.message, ...rest };
}

async function runSteps(execution: Execution, steps: Steps, start: Data): Promise<Data> {
  let data = start;
  let next: string | undefined = Object.keys(steps)[0];
  while (next !== undefined && next !== 'end') {
    const name: string = next;
    const step = steps[name] ?? {};
    if (step.succeed !== undefined) return data;
    try {
      const chosen: string | undefined = await choose(execution, step.choice ?? [], data);
      data = await perform(execution, execution.places.get(name) as PlacedStep, data);
      next = chosen ?? step.next ?? step.otherwise ?? below(steps, name);
    } catch (error) {
      const failure = asFailure(error);
      failure.step = name;
      const rule = step.catch?.find(({ errors }) => names(errors, failure.name));
      if (rule === undefined) throw failure;
      data = { ...data, error: failure.caught() };
      next = rule.next;
    }
  }
  return data;
}

async function choose(
  { case: { input } }: Execution,
  rules: readonly { when: string; next: string }[],
  { seen }: Data,
): Promise<string | undefined> {
  for (const { when, next } of rules) if (await jsonata(when).evaluate({ ...seen, input })) return next;
  return undefined;
}

async function perform(execution: Execution, place: PlacedStep, data: Data): Promise<Data> {
  const { step, name } = place;
  if (step.fail !== undefined) throw new Failure(step.fail.error, step.fail.cause);
  if (step.choice !== undefined || step.wait !== undefined) return data;
  const visit = execution.visit(name, data.frame);
  return retried(step, async (attempt) => {
    if (step.parallel !== undefined) return runBranches(execution, step.parallel, data);
    if (step.map === undefined) return work(execution, place, data, { visit, attempt });
    return iterate(place, step.map, { execution, data, visit, runSteps });
  });
}

/** At most one of the branches fails, and that after all others have ended. */
async function runBranches(
  execution: Execution,
  branches: Readonly<Record<string, { steps: Steps }>>,
  data: Data,
): Promise<Data> {
  const seen: Record<string, unknown> = { ...data.seen };
  let failed: Failure | undefined;
  for (const { steps } of Object.values(branches)) {
    try {
      const end = await runSteps(execution, steps, data);
      for (const key of outputKeys(steps)) if (key in end.seen) seen[key] = end.seen[key];
    } catch (error) {
      failed = asFailure(error);
    }
  }
  if (failed !== undefined) throw failed;
  return { ...data, seen };
}
