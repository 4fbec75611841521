import type { Pointer } from '../diagnostic.js';

/** The pointer's beginning that names the innermost step, or the compensation; `undefined` for what is in neither. */
export function stepPointer(at: Pointer): Pointer | undefined {
  if (at[2] === 'compensations' && at.length > 3) return at.slice(0, 4);
  let end: number | undefined;
  for (let scope = 2; at[scope] === 'steps' && at.length > scope + 1; ) {
    end = scope + 2;
    // Behind a step's name, `map` leads into its steps, and `parallel` by the name of a branch into that branch's.
    if (at[end] === 'map') scope = end + 1;
    else if (at[end] === 'parallel') scope = end + 2;
    else break;
  }
  return end === undefined ? undefined : at.slice(0, end);
}

/** `Step` or `Compensation`: how a message begins that speaks of what the pointer names. */
export function nounOf(at: Pointer): 'Step' | 'Compensation' {
  return at[2] === 'compensations' ? 'Compensation' : 'Step';
}

/** Whether a pointer names a workflow, a shared schema or a step, so that the name itself is a key of the spec. */
export function isNamePointer(at: Pointer): boolean {
  return at.length === 2 || stepPointer(at)?.length === at.length;
}
