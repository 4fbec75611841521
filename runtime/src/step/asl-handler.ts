import type { StepDefinition } from '../contract/definition.js';
import { ReadsTooLargeError } from '../errors/reads.js';
import { InvalidStepEventError } from '../errors/validation.js';
import type { LoadedReads } from '../load/load-reads.js';
import { createFlow, type StepHandler, type Work } from './step-flow.js';
import type { StepSupport } from './support.js';

/**
 * Bytes. The data of a state is at most 256 KiB, of which the rest is for what the machine itself carries.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const largestReads = 200 * 1024;

/**
 * Makes the handler of a step that is a state of Amazon States Language written out: `load` hands that state what the step reads,
 * `store` takes what came of it.
 *
 * @param support Needed where the definition asks for it.
 */
export function createAslHandler(definition: StepDefinition, support: StepSupport = {}): StepHandler {
  const { output: _stored, ...loading } = definition;
  const load = createFlow(
    loading,
    async ({ step }, reads) => {
      const size = sizeOf(reads);
      if (size > largestReads) throw new ReadsTooLargeError(step, size, largestReads);
      return reads.values;
    },
    { ...support, answer: (values) => ({ reads: Object(values) }) },
  );
  const storing: Work = async ({ event }) => {
    if (event.phase !== 'store') throw new InvalidStepEventError('phase');
    return event.result;
  };
  const store = createFlow({ ...definition, reads: [] }, storing, support);
  return async (event, lambda) => {
    const { phase }: { readonly phase?: unknown } = Object(event);
    return (phase === 'load' ? load : store)(event, lambda);
  };
}

function sizeOf({ parts, input }: LoadedReads): number {
  return parts.reduce((sum, { bytes }) => sum + bytes.length, input?.text.length ?? 0);
}
