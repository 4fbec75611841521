import type { Pointer } from '../diagnostic.js';
import { allStepsOf, outputOf } from '../model/all-steps.js';
import type { MapOutput, MapStep, Step, Tolerance } from '../model/service.js';
import { present } from './present.js';
import type { RawMap, RawStep } from './raw.js';
import { resolveOutput } from './resolve-function.js';
import { itemName, takeApart } from './resolve-mapping.js';

interface MapPlace {
  readonly name: string;
  /** What a reference can begin with. */
  readonly keys: readonly string[];
  /** Those of the map. */
  readonly steps: readonly Step[];
}

/** What a map goes over, how, and what it collects. `at` names its key `map`. */
export function resolveMap(
  raw: RawStep,
  place: MapPlace,
  at: Pointer,
): Pick<MapStep, 'over' | 'as' | 'concurrency' | 'mode' | 'batch' | 'tolerate' | 'output'> {
  const map = raw.map ?? {};
  return {
    over: { ...takeApart(map.over ?? '', place.keys), at: [...at, 'over'] },
    as: itemName(map),
    concurrency: map.concurrency ?? 40,
    mode: map.mode ?? 'inline',
    batch: map.batch ?? 1,
    ...present({ tolerate: resolveTolerance(map.tolerate), output: resolveMapOutput(raw, place, at) }),
  };
}

function resolveTolerance(raw: RawMap['tolerate']): Tolerance | undefined {
  if (raw?.count !== undefined) return { kind: 'count', count: raw.count };
  return raw?.percentage === undefined ? undefined : { kind: 'percentage', percentage: raw.percentage };
}

function resolveMapOutput(raw: RawStep, { name, steps }: MapPlace, at: Pointer): MapOutput | undefined {
  const step = at.slice(0, -1);
  const output = resolveOutput(raw.output ?? {}, name, step);
  if (output === undefined) return undefined;
  const chosen = typeof raw.output === 'object' ? raw.output.collect : undefined;
  const collectAt = chosen === undefined ? step : [...step, 'output', 'collect'];
  const last = steps.map((inner) => outputOf(inner)?.key).findLast((key) => key !== undefined);
  const collect = chosen ?? last;
  const inner = steps.flatMap((step) => allStepsOf({ steps: [step] })).map(outputOf);
  const isSensitive = inner.some((collected) => collected?.key === collect && collected?.sensitive);
  return { ...output, sensitive: output.sensitive || isSensitive, collect, collectAt };
}
