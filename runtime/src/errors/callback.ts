/** Which step of which execution an answer is for. */
export interface CallbackName {
  readonly workflow: string;
  readonly txnId: string;
  readonly step: string;
  /** Of the innermost map around the step; absent outside of maps. */
  readonly iteration?: string;
}

/** Thrown when nobody has asked for the answer: the step is none that waits, or has not begun. A retry helps where it begins soon. */
export class CallbackNotFoundError extends Error {
  override readonly name = 'CallbackNotFoundError' as const;
  readonly workflow: string;
  readonly txnId: string;
  readonly step: string;

  constructor({ workflow, txnId, step }: CallbackName) {
    super(
      `Step "${step}" of ${workflow} ${txnId} has not asked for an answer, or the role may not read that.`,
    );
    this.workflow = workflow;
    this.txnId = txnId;
    this.step = step;
  }
}

/** Thrown when another answer came first; that one counts, and nothing of this one is stored. A retry does not help. */
export class AlreadyAnsweredError extends Error {
  override readonly name = 'AlreadyAnsweredError' as const;
  readonly workflow: string;
  readonly txnId: string;
  readonly step: string;

  constructor({ workflow, txnId, step }: CallbackName) {
    super(`Step "${step}" of ${workflow} ${txnId} has another answer already; that one counts.`);
    this.workflow = workflow;
    this.txnId = txnId;
    this.step = step;
  }
}

/** Thrown when the step waits no longer: its time was over, its execution has ended, or it has asked anew. A retry does not help. */
export class AnswerTooLateError extends Error {
  override readonly name = 'AnswerTooLateError' as const;
  readonly workflow: string;
  readonly txnId: string;
  readonly step: string;

  constructor({ workflow, txnId, step }: CallbackName) {
    super(`Step "${step}" of ${workflow} ${txnId} no longer waits for this answer.`);
    this.workflow = workflow;
    this.txnId = txnId;
    this.step = step;
  }
}

/** Thrown when a text is none of the tokens that callback steps give away. A retry does not help. */
export class InvalidTaskTokenError extends Error {
  override readonly name = 'InvalidTaskTokenError' as const;

  // The text stays out of the message: whoever has a token may answer.
  constructor(
    reason = 'The text is not a token that a callback step gave away: <workflow>.<txnId>.<step>.<digits>',
  ) {
    super(`${reason}.`);
  }
}

/** Thrown when Step Functions would not take a failure; nothing is noted. A retry does not help. */
export class InvalidFailureError extends Error {
  override readonly name = 'InvalidFailureError' as const;

  constructor(part: 'error' | 'cause', expected: string) {
    super(`The ${part} of a failure should have ${expected}.`);
  }
}
