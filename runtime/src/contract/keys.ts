/** The shape of a transaction id: `0x` and 8 to 64 lower-case hexadecimal digits. */
export const txnIdPattern = /^0x[0-9a-f]{8,64}$/;

/** The name under which a step reads the execution's input; no output may have it as its key. */
export const inputRead = 'input';

/** The name under which a step reads what a catch has caught; no output may have it as its key. */
export const errorRead = 'error';

/** The name under which a step of a workflow with an s3 trigger reads the uploaded object. */
export const uploadRead = 'upload';

/** The prefix below which objects are uploaded that start executions. */
export const inboxPrefix = 'inbox/';

/** Where one output of one execution lies. */
export function outputObjectKey(workflow: string, txnId: string, key: string): string {
  return `out/${workflow}/${txnId}/${key}`;
}

/** The prefix below which all outputs of one execution lie; ends in `/`. */
export function outputPrefix(workflow: string, txnId: string): string {
  return `out/${workflow}/${txnId}/`;
}

/**
 * Where the token of one callback step of one execution lies.
 *
 * @param iteration Of the innermost map around the step; absent outside of maps.
 */
export function callbackObjectKey(
  workflow: string,
  txnId: string,
  { step, iteration }: { readonly step: string; readonly iteration?: string | undefined },
): string {
  return `callback/${workflow}/${txnId}/${step}${iteration === undefined ? '' : `/${iteration}`}`;
}

/** An iteration of a map: its own number, below those of the iterations around it. */
export interface IterationPlace {
  readonly map: string;
  /** `00000007`; in a map within a map `00000007/00000002`; of a map on a loop with the visit before it. */
  readonly iteration: string;
}

/** Where one output of one iteration of a map lies. */
export function iterationObjectKey(
  workflow: string,
  txnId: string,
  { map, iteration, key }: IterationPlace & { readonly key: string },
): string {
  return `${iterationPrefix(workflow, txnId, { map, key })}${iteration}`;
}

/** The prefix below which one output of all iterations of a map lies, in the order of the iterations; ends in `/`. */
export function iterationPrefix(
  workflow: string,
  txnId: string,
  { map, key }: { readonly map: string; readonly key: string },
): string {
  return `map/${workflow}/${txnId}/${map}/${key}/`;
}

/**
 * Where it stands which part of a list is whose in a map.
 *
 * @param iteration Of the map in whose iterations the list lies; absent where it lies in none.
 */
export function itemsObjectKey(
  workflow: string,
  txnId: string,
  { map, iteration }: { readonly map: string; readonly iteration?: string | undefined },
): string {
  return `items/${workflow}/${txnId}/${map}${iteration === undefined ? '' : `/${iteration}`}`;
}
