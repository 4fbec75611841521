import { iterationObjectKey, outputObjectKey } from '../contract/keys.js';
import type { Visit, VisitScope } from '../step/visit.js';

/** How many digits the number of an iteration has. S3 lists keys in the order of their characters. */
const digits = 8;

/** The number of an iteration as keys have it. */
export function iterationName(number: number): string {
  return String(number).padStart(digits, '0');
}

/** The number of the innermost iteration of a place. */
export function iterationNumber(iteration: string): number {
  return Number(iteration.slice(-digits));
}

/** The numbers of all iterations of a place, outermost first. */
export function iterationNumbers(iteration: string | undefined): readonly number[] {
  return iteration === undefined ? [] : iteration.split('/').map(iterationNumber);
}

/** Which iteration of a map around a step this is. */
export function iterationOf({ event, maps }: Visit, map: string): string {
  return (event.iteration ?? '')
    .split('/')
    .slice(0, maps.indexOf(map) + 1)
    .join('/');
}

/** Where an output lies that a step reads. */
export function readObjectKey(
  visit: Visit,
  { key, map }: { readonly key: string; readonly map?: string },
): string {
  const { workflow, event } = visit;
  if (map === undefined) return outputObjectKey(workflow, event.processData, key);
  return iterationObjectKey(workflow, event.processData, { map, key, iteration: iterationOf(visit, map) });
}

/** Where an output lies that a step writes: in the innermost iteration, where it lies in any. */
export function ownObjectKey(
  { workflow, event }: VisitScope,
  { key, map }: { readonly key: string; readonly map?: string },
): string {
  const { processData, iteration } = event;
  if (map === undefined || iteration === undefined) return outputObjectKey(workflow, processData, key);
  return iterationObjectKey(workflow, processData, { map, key, iteration });
}
