import type { StepDefinition } from '../contract/definition.js';
import type { StepAnswer } from '../contract/event.js';
import { loadInput } from '../load/input-document.js';
import { type LoadedReads, loadReads } from '../load/load-reads.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { type InHand, publishDocument } from '../publish/publish-document.js';
import { sharedS3Client } from '../store/s3-client.js';
import { findOutput, storeOutput } from '../store/store-output.js';
import { type LambdaContext, openDeadline } from './deadline.js';
import { openVisit, type Visit } from './visit.js';

/** A function's handler. It answers the scalars that the state machine needs; all other data lies in S3. */
export type StepHandler = (event: unknown, context?: LambdaContext) => Promise<StepAnswer>;

/** What a step does between its reads and its output. */
export type Work = (visit: Visit, reads: LoadedReads) => Promise<unknown>;

/**
 * The way of every step: what an earlier attempt stored is adopted; else load, work, store. Then, where this is the step that
 * does so, publish. It can be cut off anywhere and repeated.
 */
export function createFlow(definition: StepDefinition, work: Work): StepHandler {
  const s3 = sharedS3Client();
  return async (payload, lambda) => {
    const deadline = openDeadline(lambda);
    try {
      await runFlow(definition, work, openVisit(definition, payload, s3, deadline));
      return {};
    } finally {
      deadline.close();
    }
  };
}

async function runFlow(definition: StepDefinition, work: Work, visit: Visit): Promise<void> {
  try {
    const inHand = (await adoptEarlier(definition, visit)) ?? (await perform(definition, work, visit));
    if (definition.publish) await publishDocument(visit, definition.publish, definition.outputKeys, inHand);
  } catch (error) {
    // The name alone: the message of a body's error may hold what the body read. Lambda hands it to the state machine.
    visit.logger.error('step failed', { error: error instanceof Error ? error.name : typeof error });
    throw error;
  }
  visit.logger.info('step done');
}

/** One GET, on a repeated attempt only: of the own output, or, where there is none, of the document that the step publishes. */
async function adoptEarlier(definition: StepDefinition, visit: Visit): Promise<InHand | undefined> {
  if (!visit.repeated) return undefined;
  if (definition.output) {
    const part = await findOutput(visit, definition.output.key);
    return part && { parts: [part] };
  }
  if (!definition.publish) return undefined;
  const input = await loadInput(visit, definition.outputKeys);
  return input.published ? { input, parts: [] } : undefined;
}

async function perform(definition: StepDefinition, work: Work, visit: Visit): Promise<InHand> {
  const reads = await loadReads(visit, definition.reads, definition.outputKeys);
  const result = await work(visit, reads);
  const parts: DocumentPart[] = [...reads.parts];
  if (definition.output) parts.push(await storeOutput(visit, definition.output, result));
  return { input: reads.input, parts };
}
