import type {
  CompiledSchema,
  DownstreamDefinition,
  PublisherDefinition,
  StepDefinition,
  StepEvent,
} from '../../src/contract/index.js';

const outputKeys = ['step-a-output', 'step-b-output', 'step-c-output'];
const required = (key: string) => ({ key, optional: false });

/** A validator as ajv compiles them, by hand. */
export function schemaOf(
  version: string,
  keyword: string,
  accepts: (value: unknown) => boolean,
): CompiledSchema {
  const validate: CompiledSchema['validate'] = (value) => {
    const valid = accepts(value);
    validate.errors = valid ? null : [{ instancePath: '/status', keyword, message: `must meet ${keyword}` }];
    return valid;
  };
  return { version, validate };
}

/** A workflow of three tasks: step-a reads the input, step-b both, step-c publishes; step-b may be a downstream step instead. */
export const taskA: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-a',
  reads: [required('input')],
  output: { key: 'step-a-output' },
  outputKeys,
};

export const taskB: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-b',
  reads: [required('input'), required('step-a-output')],
  output: { key: 'step-b-output' },
  outputKeys,
};

export const publishingTask: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-c',
  reads: [required('step-a-output')],
  output: { key: 'step-c-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: [], maxBytes: 32 * 1024 * 1024 },
};

export const publisher: PublisherDefinition = {
  workflow: 'ProcessA',
  step: 'publish-document',
  outputKeys,
  publish: { outputs: outputKeys, certain: [], maxBytes: 32 * 1024 * 1024 },
};

export const downstream: DownstreamDefinition = {
  ...taskB,
  step: 'step-d',
  output: { key: 'step-b-output' },
  child: { workflow: 'child', outputKeys: ['child-output'] },
};

/** A step that waits for the workflow that it starts, in its two phases; the second ends its own. */
export const awaiting: DownstreamDefinition = {
  ...downstream,
  child: { workflow: 'child', outputKeys: ['child-output', 'secret'], sensitive: ['secret'] },
};

export const publishingAwait: DownstreamDefinition = {
  ...awaiting,
  publish: { outputs: outputKeys, certain: ['step-b-output'], maxBytes: 32 * 1024 * 1024 },
};

/** A step that starts another workflow and ends its own. */
export const publishingDownstream: DownstreamDefinition = {
  ...downstream,
  publish: { outputs: outputKeys, certain: ['step-b-output'], maxBytes: 32 * 1024 * 1024 },
};

/** A task that can come round again, and tells whether it shall. */
export const loopingTask: StepDefinition = {
  ...taskB,
  output: {
    key: 'step-b-output',
    onLoop: true,
    signals: [{ name: 'doubled', path: ['doubled'], measure: 'value' }],
  },
};

/** A compensation: what it undoes was done. */
export const undoingTask: StepDefinition = { ...taskB, undoes: { step: 'step-a', key: 'step-a-output' } };

/** A compensation of a step that was never done. */
export const idleUndo: StepDefinition = { ...taskB, undoes: { step: 'step-c', key: 'step-c-output' } };

/** A step that waits for an answer. */
export const callbackTask: StepDefinition = {
  ...taskB,
  step: 'step-d',
  output: {
    key: 'step-b-output',
    signals: [{ name: 'approved', path: ['approved'], measure: 'value' }],
  },
};

/** What the payload of a step's function may have beside the usual. */
export type EventMore = Partial<Omit<StepEvent, 'processData' | 'execution' | 'state'>>;

/** The payload of a step's function. */
export function eventOf(txnId: string, state: string, more: EventMore = {}) {
  return {
    processData: txnId,
    execution: `arn:aws:states:us-east-1:000000000000:execution:ProcessA-dev:${txnId}`,
    state,
    entered: '2026-11-22T09:00:00.000Z',
    retry: 0,
    redrive: 0,
    ...more,
  };
}
