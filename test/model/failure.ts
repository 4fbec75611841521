/** Which iteration failed. */
export interface FailedIteration {
  readonly number: number;
  readonly step: string;
  readonly inside?: FailedIteration;
}

/** What a step that reads `error` is given. */
export interface Caught {
  readonly name: string;
  readonly message: string;
  readonly step: string;
  readonly iteration?: FailedIteration;
}

/** A failure of a workflow. */
export class Failure extends Error {
  /** The step of the scope that it has come to. */
  step = '';
  readonly #iteration: FailedIteration | undefined;

  constructor(name: string, message: string, iteration?: FailedIteration) {
    super(message);
    this.name = name;
    this.#iteration = iteration;
  }

  /** As it leaves an iteration. */
  ofIteration(number: number): Failure {
    const inside = this.#iteration === undefined ? {} : { inside: this.#iteration };
    return new Failure(this.name, this.message, { number, step: this.step, ...inside });
  }

  caught(): Caught {
    const { name, message, step } = this;
    return { name, message, step, ...(this.#iteration === undefined ? {} : { iteration: this.#iteration }) };
  }
}

/** What is no failure of the workflow is one of the test. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
