import { errorRead, inputRead } from '@sfs3/runtime/contract';
import type { Pointer } from '../diagnostic.js';
import type { DeclaredRead, MappedProperty } from '../model/service.js';
import type { RawMap, RawStep, RawSteps } from './raw.js';
import { resolveOutput } from './resolve-function.js';

/** The names that a reference can begin with: `input`, `error`, items, and the keys of outputs, which may hold dots themselves. */
export function referableKeys(steps: RawSteps): string[] {
  return [inputRead, errorRead, ...ownKeysOf(steps)];
}

function ownKeysOf(steps: RawSteps): string[] {
  return Object.entries(steps)
    .flatMap(([name, step]) => [
      resolveOutput(step?.output ?? {}, name, [])?.key ?? [],
      ...Object.values(step?.parallel ?? {}).map((branch) => ownKeysOf(branch.steps ?? {})),
      ...(step?.map === undefined ? [] : [itemName(step.map), ...ownKeysOf(step.map.steps ?? {})]),
    ])
    .flat();
}

/** The name by which the steps of a map read their own item. */
export function itemName({ as }: RawMap): string {
  return as ?? 'item';
}

/** The map of a child's input with every reference taken apart; `undefined` where there is none. */
export function resolveMapping(
  downstream: RawStep['downstream'],
  keys: readonly string[],
  at: Pointer,
): MappedProperty[] | undefined {
  if (typeof downstream !== 'object' || downstream.input === undefined) return undefined;
  return Object.entries(downstream.input).map(([name, reference]) => {
    const place = [...at, 'downstream', 'input', name];
    return { name, ...takeApart(reference, keys), at: place };
  });
}

/** The reads that a map needs, each once. */
export function impliedReads(mapping: readonly MappedProperty[]): DeclaredRead[] {
  const byKey = new Map<string, DeclaredRead>();
  for (const { key, at } of mapping) {
    if (!byKey.has(key)) byKey.set(key, { key, optional: false, implied: true, at });
  }
  return [...byKey.values()];
}

/** The longest key that the reference begins with, and the rest; of an unknown key the first part. */
export function takeApart(reference: string, keys: readonly string[]): Pick<MappedProperty, 'key' | 'path'> {
  const fitting = keys.filter((key) => reference === key || reference.startsWith(`${key}.`));
  const known = fitting.sort((left, right) => right.length - left.length)[0];
  const [first = '', ...rest] = reference.split('.');
  if (known === undefined) return { key: first, path: rest };
  return { key: known, path: known === reference ? [] : reference.slice(known.length + 1).split('.') };
}
