import { createDownstreamHandler, createPublisherHandler, createStepHandler } from '@sfs3/runtime';
import { downstream, publisher, publishingTask, taskB } from './steps.js';

// The entry of the bundle that the kill test runs as a process of its own: one step, one event, then the end.

const endpoint = process.env.AWS_ENDPOINT_URL;
const [, , kind = '', event = '{}'] = process.argv;

/** Tells the front where the body is, so that the process can be killed there too. */
async function note(place: string): Promise<void> {
  await fetch(`${endpoint}/-/${place}`, { method: 'POST' });
}

async function body(reads: { 'step-a-output': { value: number } }): Promise<unknown> {
  await note('body begins');
  const output = { doubled: reads['step-a-output'].value * 2, nonce: Math.random() };
  await note('body ends');
  return output;
}

const handlers = {
  task: createStepHandler(taskB, body),
  publishing: createStepHandler(publishingTask, body),
  publisher: createPublisherHandler({
    ...publisher,
    publish: publishingTask.publish ?? { outputs: [], maxBytes: 0 },
  }),
  downstream: createDownstreamHandler(downstream),
};

void handlers[kind as keyof typeof handlers](JSON.parse(event)).then(() => note('answer'));
