import type { DistributedMap } from '../../definition/distributed-map.js';
import type { MapState } from '../../definition/machine.js';
import { unexpectedType } from '../../expressions/evaluation-error.js';
import { evaluateInteger, evaluateNumber } from '../../expressions/typed.js';
import { isJsonObject } from '../../json.js';
import { bindings, type Visit } from '../visit.js';
import type { MapRunLimits } from './map-run.js';

/** Where results are written. */
export interface Place {
  readonly bucket: string;
  readonly prefix: string;
}

/** What a distributed Map asks of its run. */
export interface RunSettings {
  readonly limits: MapRunLimits;
  /** Undefined where the results are the state's output. */
  readonly place: Place | undefined;
}

/** Evaluates what a distributed Map asks of its run. */
export async function runSettings(visit: Visit<MapState>, map: DistributedMap): Promise<RunSettings> {
  return { limits: await limitsOf(visit, map), place: await placeOf(visit, map) };
}

async function limitsOf(visit: Visit<MapState>, map: DistributedMap): Promise<MapRunLimits> {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = map;
  const { maxConcurrency } = visit.state;
  const values = bindings(visit);
  const whole = { min: 0, max: Number.MAX_SAFE_INTEGER };
  return {
    maxConcurrency:
      (maxConcurrency && (await evaluateInteger(maxConcurrency, 'MaxConcurrency', values, whole))) ?? 0,
    toleratedFailureCount: count && (await evaluateInteger(count, 'ToleratedFailureCount', values, whole)),
    toleratedFailurePercentage:
      percentage &&
      (await evaluateNumber(percentage, 'ToleratedFailurePercentage', values, { min: 0, max: 100 })),
  };
}

async function placeOf(visit: Visit<MapState>, { writer }: DistributedMap): Promise<Place | undefined> {
  if (writer?.arguments === undefined) {
    return undefined;
  }
  const place = await writer.arguments.evaluate(bindings(visit));
  const { Bucket: bucket, Prefix: prefix = '' } = isJsonObject(place) ? place : {};
  if (typeof bucket !== 'string' || typeof prefix !== 'string') {
    throw unexpectedType('ResultWriter/Arguments', 'place in S3', place);
  }
  return { bucket, prefix };
}
