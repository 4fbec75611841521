import type { CollectorDefinition } from '../contract/definition.js';
import { iterationObjectKey, iterationPrefix } from '../contract/keys.js';
import { S3DataPreconditionError } from '../errors/storage.js';
import { InvalidStepEventError } from '../errors/validation.js';
import { type CollectedList, lengthOfLists } from '../lists/collected-list.js';
import { iterationName } from '../lists/iteration.js';
import { listNames } from '../lists/list-names.js';
import { createFlow, type StepHandler } from './step-flow.js';
import type { StepSupport } from './support.js';
import type { Visit } from './visit.js';

/**
 * Makes the handler of a function that puts together what the iterations of a map have written. Nothing is copied: its output says where
 * the entries are, and how many. They are listed, 1,000 a request, and none of them is read, unless they are such lists themselves.
 *
 * @param support Needed where the definition asks for it.
 */
export function createCollectorHandler(definition: CollectorDefinition, support?: StepSupport): StepHandler {
  const { collect, batch, tolerant, nested = false, ...step } = definition;
  const work = async (visit: Visit): Promise<CollectedList> => {
    const entries = entriesOf(visit, definition);
    const count = Math.ceil(requestOf(visit).items / batch);
    const sizes = await sizesOf(visit, entries);
    const numbers = Array.from({ length: count }, (_, number) => number);
    const missing = numbers.filter((number) => !sizes.has(number));
    const [first] = missing;
    if (first !== undefined && !tolerant) {
      throw new S3DataPreconditionError({
        bucket: visit.bucket.name,
        key: `${entries}${iterationName(first)}`,
      });
    }
    const bytes = numbers.reduce((sum, number) => sum + (sizes.get(number) ?? 0), 0);
    const list = { entries, count, missing };
    return { ...list, bytes: nested ? await lengthOfLists(visit.bucket, list) : bytes };
  };
  return createFlow({ ...step, reads: [] }, work, support);
}

function requestOf({ event }: Visit): NonNullable<Visit['event']['collect']> {
  if (event.collect === undefined) throw new InvalidStepEventError('collect');
  return event.collect;
}

/** What the keys of the entries begin with; the number of an iteration follows. */
function entriesOf(visit: Visit, { collect }: CollectorDefinition): string {
  const { workflow, event } = visit;
  const { visit: own } = requestOf(visit);
  const iteration = [
    ...(event.iteration === undefined ? [] : [event.iteration]),
    own === undefined ? '' : `${own}-`,
  ];
  if (event.iteration === undefined && own === undefined) {
    return iterationPrefix(workflow, event.processData, collect);
  }
  return iterationObjectKey(workflow, event.processData, { ...collect, iteration: iteration.join('/') });
}

/** The sizes of the entries there are, by their numbers. */
async function sizesOf({ bucket }: Visit, entries: string): Promise<ReadonlyMap<number, number>> {
  const listed = await listNames(bucket, entries);
  // Of a map on a loop, and of maps inside, longer names lie below.
  const own = listed.filter(({ name }) => /^[0-9]{8}$/.test(name));
  return new Map(own.map(({ name, size }) => [Number(name), size]));
}
