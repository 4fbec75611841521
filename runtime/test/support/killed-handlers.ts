import {
  createAslHandler,
  createAwaitHandler,
  createCallbackHandler,
  createCollectorHandler,
  createDownstreamHandler,
  createItemListerHandler,
  createPublisherHandler,
  createStepHandler,
  listReads,
  listWrites,
  type StepHandler,
} from '@sfs3/runtime';
import { contentHandler, contentTask, pseudoFile } from './content-steps.js';
import {
  collector,
  itemLister,
  iterationsUndone,
  iterationTask,
  listingAgain,
  listingTask,
} from './map-steps.js';
import {
  awaiting,
  callbackTask,
  downstream,
  idleUndo,
  loopingTask,
  publisher,
  publishingAwait,
  publishingDownstream,
  publishingTask,
  taskB,
  undoingTask,
} from './steps.js';

/** The kinds of steps whose processes the kill test kills. */
export type Kind =
  | 'task'
  | 'looping'
  | 'undoing'
  | 'idle undo'
  | 'content'
  | 'content in parts'
  | 'callback'
  | 'publishing'
  | 'publisher'
  | 'downstream'
  | 'publishing downstream'
  | 'preparing'
  | 'awaiting'
  | 'publishing await'
  | 'loading'
  | 'storing'
  | 'storing again'
  | 'listing'
  | 'listing again'
  | 'iteration'
  | 'item lister'
  | 'collector'
  | 'undoing iterations';

interface Reads {
  readonly 'step-a-output': { readonly value: number };
}

/**
 * Their handlers.
 *
 * @param note Is told where the body is, so that the process can be killed there too.
 */
export function createKilledHandlers(note: (place: string) => Promise<void>): Record<Kind, StepHandler> {
  const body = async (reads: Reads): Promise<unknown> => {
    await note('body begins');
    const output = { doubled: reads['step-a-output'].value * 2, nonce: Math.random() };
    await note('body ends');
    return output;
  };
  const listBody = async (): Promise<unknown> => {
    await note('body begins');
    return { rows: [1, { a: ['}', ']'] }, 'three'], nonce: Math.random() };
  };
  const itemBody = async ({ row }: { readonly row: object }): Promise<unknown> => {
    await note('body begins');
    return { row, nonce: Math.random() };
  };
  const lists = { listReads, listWrites };
  return {
    task: createStepHandler(taskB, body),
    looping: createStepHandler(loopingTask, body),
    undoing: createStepHandler(undoingTask, body),
    'idle undo': createStepHandler(idleUndo, body),
    content: contentHandler(contentTask, async (reads: Reads) => String(Boolean(await body(reads)))),
    'content in parts': contentHandler(contentTask, async (reads: Reads) => {
      await body(reads);
      return pseudoFile(2 ** 23 + 1);
    }),
    callback: createCallbackHandler(callbackTask, async (reads: Reads) => void (await body(reads))),
    publishing: createStepHandler(publishingTask, body),
    publisher: createPublisherHandler(publisher),
    downstream: createDownstreamHandler(downstream),
    'publishing downstream': createDownstreamHandler(publishingDownstream),
    preparing: createAwaitHandler(awaiting),
    awaiting: createAwaitHandler(awaiting),
    'publishing await': createAwaitHandler(publishingAwait),
    loading: createAslHandler(taskB),
    storing: createAslHandler(taskB),
    'storing again': createAslHandler(loopingTask),
    listing: createStepHandler(listingTask, listBody, lists),
    'listing again': createStepHandler(listingAgain, listBody, lists),
    iteration: createStepHandler(iterationTask, itemBody, lists),
    'item lister': createItemListerHandler(itemLister),
    collector: createCollectorHandler(collector, lists),
    'undoing iterations': createStepHandler(iterationsUndone, itemBody, lists),
  };
}
