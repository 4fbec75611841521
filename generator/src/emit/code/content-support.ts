import { uploadRead } from '@sfs3/runtime/contract';
import type { ResolvedRead, WorkflowFlow } from '../../model/flow.js';
import type { FunctionStep } from '../../model/service.js';
import { publisherName } from '../../names.js';
import type { WorkflowContext } from '../emit-context.js';

/** A function of a workflow, as far as it has to do with files. */
type Worker = Pick<FunctionStep, 'name'> & Partial<Pick<FunctionStep, 'output' | 'kind'>>;

/** What sort of file a read gives; `undefined` where it gives JSON. */
export function contentKindOf(
  { contentOutputs }: WorkflowFlow,
  { key, writer }: Pick<ResolvedRead, 'key' | 'writer'>,
): 'output' | 'upload' | undefined {
  if (contentOutputs.has(key)) return 'output';
  return key === uploadRead && writer === undefined ? 'upload' : undefined;
}

/** What a handler is given beside its definition where it reads, publishes or writes files; nothing where it does not. */
export function contentSupport(context: WorkflowContext, worker: Worker): readonly string[] {
  const names = contentImports(context, worker);
  return names.length === 0 ? [] : [`{ ${names.join(', ')} }`];
}

/** What the entry of a function imports for that from the runtime. */
export function contentImports({ flow }: WorkflowContext, worker: Worker): readonly string[] {
  const reads = flow.steps.get(worker.name)?.reads ?? [];
  const publishes = [flow.publisher, publisherName].includes(worker.name);
  const undone = flow.steps.get(worker.name)?.undoes;
  const isRead =
    reads.some((read) => contentKindOf(flow, read) !== undefined) ||
    flow.contentOutputs.has(undone?.key ?? '');
  return [
    ...(isRead || (publishes && flow.contentOutputs.size > 0) ? ['contentReads'] : []),
    ...(worker.output?.content === undefined ? [] : ['contentWrites']),
  ];
}
