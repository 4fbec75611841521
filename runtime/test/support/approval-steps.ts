import type { StepDefinition } from '../../src/contract/index.js';
import { schemaOf } from './steps.js';

/** The schema of the answer. */
export const schema = schemaOf('v1', 'required', (value) => Object.hasOwn(Object(value), 'approved'));
/** A step that waits for an answer, and hands over scalars of the input as well. */
export const approve: StepDefinition = {
  workflow: 'ProcessA',
  step: 'approve',
  reads: [],
  output: {
    key: 'approve-output',
    schema,
    signals: [{ name: 'approved', path: ['approved'], measure: 'value' }],
  },
  inputSignals: [{ name: '$count(lines)', path: ['lines'], measure: 'count' }],
  outputKeys: ['approve-output'],
};
/** One whose answer is that there is one. */
export const wait: StepDefinition = { workflow: 'ProcessA', step: 'wait', reads: [], outputKeys: [] };

/** How an execution of `approve` ends. */
export const outcomeOf = (approved: boolean) => ({
  status: 'SUCCEEDED',
  output: { signals: { input: { '$count(lines)': 2 }, 'approve-output': { approved } } },
});
