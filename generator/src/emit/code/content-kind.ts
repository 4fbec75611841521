import { uploadRead } from '@sfs3/runtime/contract';
import type { ResolvedRead, WorkflowFlow } from '../../model/flow.js';

/** What sort of file a read gives; `undefined` where it gives JSON. */
export function contentKindOf(
  { contentOutputs }: WorkflowFlow,
  { key, writer }: Pick<ResolvedRead, 'key' | 'writer'>,
): 'output' | 'upload' | undefined {
  if (contentOutputs.has(key)) return 'output';
  return key === uploadRead && writer === undefined ? 'upload' : undefined;
}
