/** The spec that a command takes when none is named. */
export const defaultSpec = 'workflow.yaml';
