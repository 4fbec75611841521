/** Stands in for `process` within libraries: none of them is told by the environment to log what it reads. */
export const env = {};

export const emitWarning = process.emitWarning.bind(process);
