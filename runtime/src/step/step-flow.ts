import type { StepDefinition } from '../contract/definition.js';
import type { StepAnswer } from '../contract/event.js';
import { inputRead } from '../contract/keys.js';
import { type InputDocument, loadInput } from '../load/input-document.js';
import { type ContentReads, type LoadedReads, loadReads } from '../load/load-reads.js';
import { type InHand, publishDocument } from '../publish/publish-document.js';
import { readSignals, type SignalGroup } from '../signals/read-signals.js';
import { sharedS3Client } from '../store/s3-client.js';
import { jsonOutputs, type OutputStore, type StoredOutput } from '../store/store-output.js';
import { type LambdaContext, openDeadline } from './deadline.js';
import { openVisit, type Visit } from './visit.js';

/** A function's handler. It answers the scalars that the state machine needs; all other data lies in S3. */
export type StepHandler = (event: unknown, context?: LambdaContext) => Promise<StepAnswer>;

/** What a step has in hand for its work. */
export interface Material extends LoadedReads {
  /** Absent where the step hands over no scalars of the input. */
  readonly inputSignals?: SignalGroup;
}

/** What a step does between its reads and its output. */
export type Work = (visit: Visit, material: Material) => Promise<unknown>;

/** What a step leaves, whether this attempt did it or an earlier one. */
interface Done extends InHand {
  readonly signals: Readonly<Record<string, SignalGroup>>;
}

/** What an earlier attempt left: all of it; or nothing, where an earlier visit may have left an output to be replaced. */
type Earlier = { readonly done: Done } | { readonly done?: never; readonly replaces?: unknown };

/** What a function needs beside its definition where it has to do with contents. */
export interface ContentSupport {
  /** Where a read is a content, or one is published. */
  readonly contentReads?: ContentReads;
  /** Where the output is a content. */
  readonly contentWrites?: OutputStore;
}

/** All that is the same for each invocation of a function. */
interface Flow extends ContentSupport {
  readonly definition: StepDefinition;
  readonly work: Work;
  readonly outputs: OutputStore;
}

/**
 * The way of every step: what an earlier attempt stored is adopted; else load, work, store. Then, where this is the step that
 * does so, publish. It can be cut off anywhere and repeated.
 */
export function createFlow(
  definition: StepDefinition,
  work: Work,
  contents: ContentSupport = {},
): StepHandler {
  const s3 = sharedS3Client();
  const outputs = definition.output?.content === undefined ? jsonOutputs : contents.contentWrites;
  if (outputs === undefined)
    throw new TypeError(`Step ${definition.step} writes a content without contentWrites.`);
  const flow: Flow = { ...contents, definition, work, outputs };
  return async (payload, lambda) => {
    const deadline = openDeadline(lambda);
    try {
      return await runFlow(flow, openVisit(definition, payload, s3, deadline));
    } finally {
      deadline.close();
    }
  };
}

async function runFlow(flow: Flow, visit: Visit): Promise<StepAnswer> {
  try {
    const earlier = await findEarlier(flow, visit);
    const done = earlier.done ?? (await perform(flow, visit, earlier.replaces));
    await publish(flow, visit, done);
    visit.logger.info('step done');
    return Object.keys(done.signals).length > 0 ? { signals: done.signals } : {};
  } catch (error) {
    // The name alone: the message of a body's error may hold what the body read. Lambda hands it to the state machine.
    visit.logger.error('step failed', { error: error instanceof Error ? error.name : typeof error });
    throw error;
  }
}

/**
 * One GET: of the own output, or, where there is none, of the document that the step publishes. On a repeated attempt only, but
 * for a step on a loop: its output may be an earlier visit's, which must be known to be replaced.
 */
async function findEarlier({ definition, outputs }: Flow, visit: Visit): Promise<Earlier> {
  const { output, outputKeys } = definition;
  if (!visit.repeated && !output?.onLoop) return {};
  if (output) {
    const found = await outputs.find(visit, output);
    if (found.kind === 'nothing') return {};
    if (found.kind === 'earlier') return { replaces: found.object };
    return { done: await adopt(definition, visit, found.output) };
  }
  if (!definition.publish) return {};
  const input = await loadInput(visit, outputKeys);
  return input.published ? { done: { input, parts: [], signals: inputGroup(definition, input) } } : {};
}

async function adopt(definition: StepDefinition, visit: Visit, output: StoredOutput): Promise<Done> {
  visit.logger.info('output adopted', { output: output.part.key });
  const input = definition.inputSignals ? await loadInput(visit, definition.outputKeys) : undefined;
  return { input, parts: [output.part], signals: { ...inputGroup(definition, input), ...groupOf(output) } };
}

async function perform(flow: Flow, visit: Visit, replaces: unknown): Promise<Done> {
  const { definition, work, outputs, contentReads } = flow;
  const { output, outputKeys } = definition;
  const reads = await loadReads(visit, definition.reads, outputKeys, contentReads);
  const input = reads.input ?? (definition.inputSignals ? await loadInput(visit, outputKeys) : undefined);
  // Before the body runs: what is wrong with the input stays wrong.
  const signals = inputGroup(definition, input);
  const result = await work(visit, { ...reads, ...(signals.input ? { inputSignals: signals.input } : {}) });
  if (!output) return { input, parts: reads.parts, signals };
  const stored = await outputs.store(visit, output, result, replaces);
  if (stored.adopted) visit.logger.info('output adopted', { output: output.key });
  // Last, since a step on a loop may have read what it has now replaced.
  return { input, parts: [...reads.parts, stored.part], signals: { ...signals, ...groupOf(stored) } };
}

async function publish({ definition, contentReads }: Flow, visit: Visit, done: Done): Promise<void> {
  if (!definition.publish) return;
  const { outputKeys, output } = definition;
  const publication = { ...definition.publish, outputKeys, onLoop: output?.onLoop ?? false, contentReads };
  await publishDocument(visit, publication, done);
}

function inputGroup({ step, inputSignals }: StepDefinition, input: InputDocument | undefined) {
  if (!inputSignals?.length || !input) return {};
  return { [inputRead]: readSignals({ step, key: inputRead }, inputSignals, input.value) };
}

function groupOf({ part, signals }: StoredOutput): Record<string, SignalGroup> {
  return signals ? { [part.key]: signals } : {};
}
