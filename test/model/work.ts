import type { Attempt, Data, Execution } from './execution.js';
import { Failure } from './failure.js';
import type { Frame } from './frame.js';
import { outcomeOf } from './outcome.js';
import { child } from './result.js';
import { outputKey, type PlacedStep } from './spec.js';
import { givenBy } from './states.js';

type Reads = Readonly<Record<string, unknown>>;

/** One attempt at a step that reads, does something and stores what comes of it. */
export async function work(
  execution: Execution,
  place: PlacedStep,
  data: Data,
  { visit, attempt }: Attempt,
): Promise<Data> {
  const { step, name, onLoop } = place;
  const { stored } = data.frame;
  const key = outputKey(name, step);
  const isKept = key !== undefined && !onLoop && stored.has(key);
  // A task that is tried again looks first whether its work is done.
  const isDone = isKept && attempt > 1 && step.callback === undefined;
  if (!isDone) {
    const reads = readsOf(execution, name, data);
    const value = await valueFrom(execution, place, { reads, visit, attempt, frame: data.frame });
    if (key !== undefined && !isKept) stored.set(key, value);
  }
  return key === undefined ? data : { ...data, seen: { ...data.seen, [key]: stored.get(key) } };
}

async function valueFrom(
  execution: Execution,
  place: PlacedStep,
  { reads, frame, ...attempt }: Attempt & { readonly reads: Reads; readonly frame: Frame },
): Promise<unknown> {
  const { step, name } = place;
  const { iteration } = frame;
  if (step.asl !== undefined) return givenBy(step.asl, reads);
  if (step.downstream !== undefined) return start(execution, place, { reads, frame });
  execution.runs.push({ step: name, iteration, ...attempt, reads });
  const outcome = outcomeOf(place, { seed: execution.case.seed, ...attempt, iteration });
  if ('error' in outcome) throw new Failure(outcome.error, `${outcome.error} of ${name}`);
  return outcome.value;
}

/** Starts another workflow, and waits for it where the step does. */
async function start(
  { case: { startChild }, root, children }: Execution,
  { name, step, onLoop }: PlacedStep,
  { reads: { input, ...others }, frame }: { readonly reads: Reads; readonly frame: Frame },
): Promise<unknown> {
  const { downstream = '' } = step;
  const mapped = typeof downstream === 'object' ? downstream.input : undefined;
  const given = mapped ? pick(mapped, { input, ...others }) : { ...(input as object), ...others };
  const key = outputKey(name, step);
  const workflow = typeof downstream === 'string' ? downstream : downstream.workflow;
  // Where a branch runs again, what was stored the first time stays, and so the child that it tells of.
  const isKept = key === undefined || (!onLoop && frame.stored.has(key));
  if (frame === root && !isKept) children.set(key, { workflow, input: given });
  if (typeof downstream === 'string') return { downstreamExecutionArn: child };
  const result = await startChild(workflow, given);
  if (result.error !== undefined)
    throw new Failure('States.TaskFailed', `${result.error}: ${result.message}`);
  return { downstreamExecutionArn: child, document: result.document };
}

/** What is not there leaves its property out. */
function pick(references: Readonly<Record<string, string>>, reads: Reads): object {
  const entries = Object.entries(references).map(([property, reference]) => {
    const [key = '', name] = reference.split('.');
    return [property, name === undefined ? reads[key] : (reads[key] as Reads)[name]] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function readsOf(execution: Execution, step: string, { error, frame }: Data): Reads {
  const reads = execution.case.flow.steps.get(step)?.reads ?? [];
  const entries = reads.map(({ key, optional }): [string, unknown] => {
    const value = key === 'error' ? error : valueAt(execution, key, frame);
    if (value === undefined && !optional)
      throw new TypeError(`${step} may read "${key}", which is not there`);
    return [key, value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What lies under a key as a place sees it. */
export function valueAt(execution: Execution, key: string, frame: Frame): unknown {
  return key === 'input' ? execution.case.input : frame.get(key);
}
