import type { ChildExecution } from '../nested.js';

/** How many successful executions of a Map run can still be asked for; those that failed all can. */
const mostKept = 1000;

/** Lets go of the executions of a Map run that have ended, the oldest first: a run may have more than memory holds. */
export class KeptChildren {
  readonly #forget: (child: ChildExecution) => void;
  readonly #kept: ChildExecution[] = [];
  #next = 0;

  constructor(forget: (child: ChildExecution) => void) {
    this.#forget = forget;
  }

  /** Takes an execution that has ended. */
  add(child: ChildExecution): void {
    if (child.outcome?.status !== 'SUCCEEDED') {
      return;
    }
    const oldest = this.#kept[this.#next];
    if (oldest !== undefined) {
      this.#forget(oldest);
    }
    this.#kept[this.#next] = child;
    this.#next = (this.#next + 1) % mostKept;
  }
}
