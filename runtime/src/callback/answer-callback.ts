import { AlreadyAnsweredError, AnswerTooLateError, InvalidFailureError } from '../errors/callback.js';
import { OutputValidationError } from '../errors/validation.js';
import { type CheckedResult, checkResult, holdsResult, type StoredOutput } from '../store/store-output.js';
import { findAnswer, storeAnswer } from './answer-output.js';
import { noteAnswer, type RecordedAnswer, sameAnswer } from './callback-record.js';
import { type Delivery, deliverHeartbeat, deliverRecorded, deliverSuccess } from './deliver.js';
import {
  type AnswerInput,
  type CallbackWithOutput,
  hasOutput,
  type OpenCallback,
  openCallback,
  reopenCallback,
} from './open-callback.js';

/**
 * Answers a callback step: the output is stored as a step stores its own, then the execution goes on. What is stored is the
 * answer that counts, so of two at once one wins, and the same answer may be given again. Whoever comes second hands the first one
 * over, should its giver not have come to that.
 *
 * @throws OutputValidationError, NotJsonError, SignalTypeError, SignalTooLargeError: nothing is stored, the step waits on.
 * CallbackNotFoundError, AlreadyAnsweredError, AnswerTooLateError, DocumentOwnedError, StoreUnavailableError.
 */
export async function completeCallback(input: AnswerInput, output: unknown): Promise<void> {
  const callback = await openCallback(input);
  if (hasOutput(callback)) {
    return completeWithOutput(callback, checkResult(input.step, callback.output, output));
  }
  if (output === undefined) return answerByNote(callback, { kind: 'success' });
  const problem = { path: '', rule: 'output', message: 'must be left out, since the step has no output' };
  throw new OutputValidationError(input.step, 'the answer', [problem]);
}

/** Lets a callback step fail. Throws as `completeCallback` does, and `InvalidFailureError` for a text that Step Functions does not take. */
export async function failCallback(
  input: AnswerInput,
  { error, cause }: { readonly error: string; readonly cause?: string | undefined },
): Promise<void> {
  // Before it is noted: an answer that can never be handed over must not stand in another's way.
  if (error === '' || error.length > 256) throw new InvalidFailureError('error', '1 to 256 characters');
  if (cause !== undefined && cause.length > 32_768) {
    throw new InvalidFailureError('cause', 'at most 32,768 characters');
  }
  const answer: RecordedAnswer = { kind: 'failure', error, ...(cause === undefined ? {} : { cause }) };
  return answerByNote(await openCallback(input), answer);
}

/** Tells a callback step that its answer is being worked on. Throws as `completeCallback` does. */
export async function beatCallback(input: AnswerInput): Promise<void> {
  const callback = await openCallback(input);
  if ((await deliverHeartbeat(callback)) === 'taken') return;
  const answered =
    (await notedAnswer(callback)) !== undefined || (await storedAnswer(callback)) !== undefined;
  throw refusal(callback, answered);
}

async function completeWithOutput(callback: CallbackWithOutput, result: CheckedResult): Promise<void> {
  const { record } = callback;
  const found = await findAnswer(callback);
  if (found.kind === 'own') return repeatAnswer(callback, found.output, result);
  if (record.answer) return giveWay(callback, record.answer);
  // So that an answer that is too late leaves no output behind.
  if ((await deliverHeartbeat(callback)) !== 'taken') return comeLate(callback, result);
  const earlier = found.kind === 'earlier' ? found.object : undefined;
  const stored = await storeAnswer(callback, result, earlier);
  if (stored.adopted) return repeatAnswer(callback, stored, result);
  const delivery = await deliverSuccess(callback, stored);
  if (delivery === 'taken') return;
  const noted = await notedAnswer(callback);
  if (noted?.kind === 'failure') throw refusal(callback, true);
  // Nobody else handed it over, nor did a request before this one: the time was over in that very moment.
  if (!noted?.handedOver && delivery === 'closed') throw refusal(callback, false);
}

/** What is stored counts. Whoever stored it may still be about to hand it over, and learns from the note who did so instead. */
async function repeatAnswer(
  callback: CallbackWithOutput,
  stored: StoredOutput,
  result: CheckedResult,
): Promise<void> {
  const delivery = await handOver(callback, stored);
  if (!holdsResult(stored, result)) throw refusal(callback, true);
  if (delivery !== 'taken' && (await notedAnswer(callback))?.kind === 'failure')
    throw refusal(callback, true);
}

async function handOver(callback: OpenCallback, stored: StoredOutput): Promise<Delivery> {
  if (!callback.record.answer) await noteAnswer(callback, { kind: 'stored', handedOver: true });
  return deliverSuccess(callback, stored);
}

/** Step Functions waits no longer: the same answer may have been given at the same time. */
async function comeLate(callback: CallbackWithOutput, result: CheckedResult): Promise<void> {
  const stored = await storedAnswer(callback);
  if (stored && holdsResult(stored, result)) return;
  throw refusal(callback, stored !== undefined || (await notedAnswer(callback)) !== undefined);
}

/** An answer without an output is noted in the record, which one answer can do. */
async function answerByNote(callback: OpenCallback, answer: RecordedAnswer): Promise<void> {
  const { record } = callback;
  const stored = await storedAnswer(callback);
  if (stored) {
    await handOver(callback, stored);
    throw refusal(callback, true);
  }
  if (record.answer) {
    return sameAnswer(record.answer, answer)
      ? handOverNoted(callback, record.answer)
      : giveWay(callback, record.answer);
  }
  const waiting = (await deliverHeartbeat(callback)) === 'taken';
  if (!waiting || !(await noteAnswer(callback, answer))) {
    const now = await reopenCallback(callback);
    if (!now.record.answer) throw refusal(callback, (await storedAnswer(now)) !== undefined);
    return answerByNote(now, answer);
  }
  const delivery = await deliverRecorded(callback, answer);
  if (delivery !== 'closed') return;
  if (await storedAnswer(callback)) throw refusal(callback, true);
  if (!(await notedAnswer(callback))?.handedOver) throw refusal(callback, false);
}

/** Another answer came first, whose giver may have been cut off. */
async function giveWay(callback: OpenCallback, first: RecordedAnswer): Promise<never> {
  await handOverNoted(callback, first);
  throw refusal(callback, true);
}

async function handOverNoted(callback: OpenCallback, first: RecordedAnswer): Promise<void> {
  if (!first.handedOver) await noteAnswer(callback, { ...first, handedOver: true });
  await deliverRecorded(callback, first);
}

/** The output of this very visit, where it is stored. */
async function storedAnswer(callback: OpenCallback): Promise<StoredOutput | undefined> {
  const found = hasOutput(callback) ? await findAnswer(callback) : undefined;
  return found?.kind === 'own' ? found.output : undefined;
}

async function notedAnswer(callback: OpenCallback): Promise<RecordedAnswer | undefined> {
  return (await reopenCallback(callback)).record.answer;
}

function refusal({ name }: OpenCallback, answered: boolean): Error {
  return answered ? new AlreadyAnsweredError(name) : new AnswerTooLateError(name);
}
