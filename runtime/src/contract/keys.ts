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

/** Where the token of one callback step of one execution lies. */
export function callbackObjectKey(workflow: string, txnId: string, step: string): string {
  return `callback/${workflow}/${txnId}/${step}`;
}
