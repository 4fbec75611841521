import type { StepAnswer } from '../contract/event.js';
import { sharedS3Client } from '../store/s3-client.js';
import { type LambdaContext, openDeadline } from './deadline.js';
import { openVisit, type StepName, type Visit } from './visit.js';

/** A function's handler. It answers the scalars that the state machine needs; all other data lies in S3. */
export type StepHandler = (event: unknown, context?: LambdaContext) => Promise<StepAnswer>;

/** Makes a handler of what is done at each visit: with a deadline, and a line in the log for how it ended. */
export function createVisitHandler(
  name: StepName & { readonly maps?: readonly string[] },
  act: (visit: Visit) => Promise<StepAnswer>,
): StepHandler {
  const s3 = sharedS3Client();
  return async (payload, lambda) => {
    const deadline = openDeadline(lambda);
    try {
      return await logged(openVisit(name, payload, s3, deadline), act);
    } finally {
      deadline.close();
    }
  };
}

async function logged(visit: Visit, act: (visit: Visit) => Promise<StepAnswer>): Promise<StepAnswer> {
  try {
    const answer = await act(visit);
    visit.logger.info('step done');
    return answer;
  } catch (error) {
    // The name alone: the message of a body's error may hold what the body read. Lambda hands it to the state machine.
    visit.logger.error('step failed', { error: error instanceof Error ? error.name : typeof error });
    throw error;
  }
}
