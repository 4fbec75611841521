import { type MapSpec, outputKey, type StepSpec } from './spec.js';

/** What the iterations of a map work on: its items, or lists of several. What is not there has no items. */
export function itemsOf({ over, batch = 1 }: MapSpec, valueAt: (key: string) => unknown): unknown[] {
  const [key = '', path] = over.split(/\.(?=list$|parts$|rows$|lines$|few$)/);
  const whole = valueAt(key);
  const list = path === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[path];
  const items = (list ?? []) as unknown[];
  if (batch === 1) return items;
  return items.flatMap((_, at) => (at % batch === 0 ? [items.slice(at, at + batch)] : []));
}

/** The key whose outputs a map collects; the last one of its own steps by default. */
export function collectedKey({ output, map }: StepSpec): string {
  if (typeof output === 'object' && output.collect !== undefined) return output.collect;
  const keys = Object.entries(map?.steps ?? {}).flatMap(([name, step]) => outputKey(name, step) ?? []);
  return keys.at(-1) ?? '';
}
