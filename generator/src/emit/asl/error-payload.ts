import { errorRead } from '@sfs3/runtime/contract';
import type { StepFlow } from '../../model/flow.js';

/** What a function that reads `error` is told beside the rest; null where nothing was caught on the way to it. */
export function errorPayload(flow: StepFlow | undefined): Readonly<Record<string, string>> {
  const read = flow?.reads.find(({ key }) => key === errorRead);
  if (read === undefined) return {};
  return {
    error: read.optional
      ? '{% $exists($states.input.error) ? $states.input.error : null %}'
      : '{% $states.input.error %}',
  };
}
