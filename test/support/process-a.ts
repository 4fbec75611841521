import { expect } from 'vitest';

/** What ProcessA's document reads at the end, as in the sample of 2018, but for the child's ARN. */
export const processADocument = {
  foo: 'foo val',
  bar: 'bar val',
  'step-a-output': {
    status: 'ok',
    details: 'nothing to share',
    stepAOutput1: 'a1',
    stepAOutput2: false,
    stepAOutput3: 123,
  },
  'step-b-output': { property1: 'p1', property2: 'p2' },
  'step-c-output': { cProperty: 'i like c' },
  'step-d-output': { d: 'd output' },
  'step-e-output': { e: 'e output' },
};

const childArn = /^arn:aws:states:us-east-1:\d{12}:execution:downstream-dev:[\w-]+$/;

/** Holds a document's text against the sample: the same properties in the same order, and the child's ARN. */
export function expectProcessADocument(text: string): void {
  const document = JSON.parse(text) as Record<string, unknown>;
  const { 'step-f-output': stepF, ...rest } = document;
  expect(JSON.stringify(rest)).toBe(JSON.stringify(processADocument));
  expect(Object.keys(document).at(-1)).toBe('step-f-output');
  expect(stepF).toMatchObject({ downstreamExecutionArn: expect.stringMatching(childArn) });
}
