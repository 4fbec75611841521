import {
  createDownstreamHandler,
  createPublisherHandler,
  createStepHandler,
  type StepHandler,
} from '@sfs3/runtime';
import { downstream, publisher, publishingDownstream, publishingTask, taskB } from './steps.js';

/** The kinds of steps whose processes the kill test kills. */
export type Kind = 'task' | 'publishing' | 'publisher' | 'downstream' | 'publishing downstream';

/**
 * Their handlers.
 *
 * @param note Is told where the body is, so that the process can be killed there too.
 */
export function createKilledHandlers(note: (place: string) => Promise<void>): Record<Kind, StepHandler> {
  const body = async (reads: { 'step-a-output': { value: number } }): Promise<unknown> => {
    await note('body begins');
    const output = { doubled: reads['step-a-output'].value * 2, nonce: Math.random() };
    await note('body ends');
    return output;
  };
  return {
    task: createStepHandler(taskB, body),
    publishing: createStepHandler(publishingTask, body),
    publisher: createPublisherHandler(publisher),
    downstream: createDownstreamHandler(downstream),
    'publishing downstream': createDownstreamHandler(publishingDownstream),
  };
}
