import type { Data, Execution } from './execution.js';
import { asFailure, Failure } from './failure.js';
import { type MapSpec, outputKey, type PlacedStep, type StepSpec, type Steps } from './spec.js';
import { valueAt } from './work.js';

/** One visit of a map, and how its steps are executed. */
interface Going {
  readonly execution: Execution;
  readonly data: Data;
  readonly visit: number;
  readonly runSteps: (execution: Execution, steps: Steps, data: Data) => Promise<Data>;
}

/** One iteration after the other. Where one may fail, it does so before the next one begins, or all others go on. */
export async function iterate(
  { name, step, onLoop }: PlacedStep,
  map: MapSpec,
  { execution, data, visit, runSteps }: Going,
): Promise<Data> {
  const collected: unknown[] = [];
  const key = outputKey(name, step);
  const items = itemsOf(map, (key) => valueAt(execution, key, data.frame));
  for (const [number, item] of items.entries()) {
    const frame = data.frame.iterationOf(name, onLoop ? visit : 1, number);
    frame.stored.set(map.as, item);
    try {
      await runSteps(execution, map.steps, { ...data, frame });
    } catch (error) {
      const failure = asFailure(error);
      if (map.tolerate === undefined) {
        throw map.mode === undefined ? failure.ofIteration(number) : new Failure(tooMany, '');
      }
    }
    // One that failed may have written it before.
    collected.push(frame.stored.get(collectedKey(step)) ?? null);
  }
  if (key === undefined) return data;
  const { stored } = data.frame;
  if (onLoop || !stored.has(key)) stored.set(key, collected);
  return { ...data, seen: { ...data.seen, [key]: stored.get(key) } };
}

const tooMany = 'States.ExceedToleratedFailureThreshold';

/** What the iterations of a map work on: its items, or lists of several. What is not there has no items. */
function itemsOf({ over, batch = 1 }: MapSpec, look: (key: string) => unknown): unknown[] {
  const [key = '', path] = over.split(/\.(?=list$|parts$|rows$|lines$|few$)/);
  const whole = look(key);
  const list = path === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[path];
  const items = (list ?? []) as unknown[];
  if (batch === 1) return items;
  return items.flatMap((_, at) => (at % batch === 0 ? [items.slice(at, at + batch)] : []));
}

/** The key whose outputs a map collects; the last one of its own steps by default. */
function collectedKey({ output, map }: StepSpec): string {
  if (typeof output === 'object' && output.collect !== undefined) return output.collect;
  const keys = Object.entries(map?.steps ?? {}).flatMap(([name, step]) => outputKey(name, step) ?? []);
  return keys.at(-1) ?? '';
}
