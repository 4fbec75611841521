import { invalidName } from './errors.js';

/** Source: AWS API reference, StartExecution and CreateStateMachine, parameter `name`. */
const forbidden = /[\s\p{Cc}<>{}[\]?*"#%\\^|~`$&,;:/\ufffe\uffff]/u;

/** Throws `InvalidName` unless the text can name a state machine or an execution. */
export function checkName(name: string): void {
  if (name.length < 1 || name.length > 80 || forbidden.test(name)) {
    throw invalidName(name);
  }
}
