import { inputRead } from '@sfs3/runtime/contract';
import type { WorkflowFlow } from '../../model/flow.js';
import type { FunctionStep, Output } from '../../model/service.js';
import { inputReaderName, publisherName } from '../../names.js';
import type { WorkflowContext } from '../emit-context.js';
import { contentKindOf } from './content-kind.js';
import { mapsOver } from './map-fields.js';

/** A function of a workflow, as far as it has to do with files and lists. */
type Worker = Pick<FunctionStep, 'name'> & { readonly output?: Output | undefined };

/** What a handler is given beside its definition where it has to do with files or lists; nothing where it has not. */
export function supportArgument(context: WorkflowContext, worker: Worker): readonly string[] {
  const names = supportImports(context, worker);
  return names.length === 0 ? [] : [`{ ${names.join(', ')} }`];
}

/** What the entry of a function imports for that from the runtime. */
export function supportImports({ flow }: WorkflowContext, worker: Worker): readonly string[] {
  const needs = {
    contentReads: readsContents(flow, worker),
    contentWrites: worker.output?.content !== undefined,
    listReads: readsLists(flow, worker),
    listWrites: writesLists(flow, worker),
  };
  return Object.entries(needs).flatMap(([name, isNeeded]) => (isNeeded ? [name] : []));
}

function readsContents(flow: WorkflowFlow, worker: Worker): boolean {
  const step = flow.steps.get(worker.name);
  return (
    (step?.reads ?? []).some((read) => contentKindOf(flow, read) !== undefined) ||
    flow.contentOutputs.has(step?.undoes?.key ?? '') ||
    (publishes(flow, worker) && flow.contentOutputs.size > 0)
  );
}

function readsLists(flow: WorkflowFlow, worker: Worker): boolean {
  const step = flow.steps.get(worker.name);
  const isCollected = (key: string) => flow.writers.get(key)?.kind === 'map';
  return (
    (step?.reads ?? []).some(({ key, item }) => item !== undefined || isCollected(key)) ||
    (flow.steps.get(step?.undoes?.step ?? '')?.maps ?? []).length > 0 ||
    (publishes(flow, worker) && flow.outputKeys.some(isCollected))
  );
}

function writesLists(flow: WorkflowFlow, worker: Worker): boolean {
  const handsInputOver = [flow.inputReader, inputReaderName].includes(worker.name);
  return (
    (handsInputOver && mapsOver(inputRead, flow).length > 0) ||
    (worker.output !== undefined && mapsOver(worker.output.key, flow).length > 0)
  );
}

function publishes(flow: WorkflowFlow, { name }: Worker): boolean {
  return [flow.publisher, publisherName].includes(name);
}
