import { createHash, randomUUID } from 'node:crypto';
import { invalidToken, ServiceError } from '../../errors.js';
import type { JsonValue } from '../../json.js';
import { StateFailure } from '../failure.js';

/** How somebody has answered a task. */
export type TaskAnswer =
  | { readonly kind: 'success'; readonly output: JsonValue }
  | { readonly kind: 'failure'; readonly error: string; readonly cause: string | undefined };

/** A task that waits for its token to come back. */
export class PendingTask {
  /** The output that was answered; rejects with `StateFailure` where a failure was. */
  readonly answered: Promise<JsonValue>;
  #answer: (answer: TaskAnswer) => void = () => undefined;
  #beat: () => void = () => undefined;

  constructor() {
    this.answered = new Promise((resolve, reject) => {
      this.#answer = (answer) =>
        answer.kind === 'success'
          ? resolve(answer.output)
          : reject(new StateFailure(answer.error, answer.cause));
    });
    // Whoever waits gets the failure too; the task may have ended before.
    this.answered.catch(() => undefined);
  }

  /** Ends the wait. */
  answer(answer: TaskAnswer): void {
    this.#answer(answer);
  }

  /** Tells that somebody still works on the task. */
  beat(): void {
    this.#beat();
  }

  /** Ends with the next sign of life. */
  nextBeat(): Promise<void> {
    return new Promise((resolve) => {
      this.#beat = resolve;
    });
  }
}

/** The tasks of a service that wait for an answer, by their tokens. */
export class TaskTokens {
  readonly #service = randomUUID();
  readonly #pending = new Map<string, PendingTask>();

  /** A token that nobody else has. It can be answered once it is opened. */
  issue(): string {
    const content = `${this.#service}/${randomUUID()}`;
    return Buffer.from(`${content}/${checksum(content)}`).toString('base64');
  }

  /** Lets a token be answered, until it is closed. */
  open(token: string): PendingTask {
    const task = new PendingTask();
    this.#pending.set(token, task);
    return task;
  }

  /** Takes no answer any more. */
  close(token: string): void {
    this.#pending.delete(token);
  }

  /**
   * Answers a task. Throws `InvalidToken` for text that is no token, `TaskDoesNotExist` for one of another service, and
   * `TaskTimedOut` for a task that is over: answered already, timed out, or given up.
   */
  answer(token: string, answer: TaskAnswer): void {
    const task = this.#find(token);
    this.close(token);
    task.answer(answer);
  }

  /** Takes a sign of life. Throws as `answer` does. */
  beat(token: string): void {
    this.#find(token).beat();
  }

  #find(token: string): PendingTask {
    const task = this.#pending.get(token);
    if (task !== undefined) {
      return task;
    }
    const [service, id, sum] = Buffer.from(token, 'base64').toString().split('/');
    if (sum === undefined || sum !== checksum(`${service}/${id}`)) {
      throw invalidToken();
    }
    if (service !== this.#service) {
      throw new ServiceError('TaskDoesNotExist', `Task Does Not Exist: 'Provided task does not exist'`);
    }
    throw new ServiceError('TaskTimedOut', `Task Timed Out: 'Provided task does not exist anymore'`);
  }
}

function checksum(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
