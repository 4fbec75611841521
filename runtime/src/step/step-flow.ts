import type { StepDefinition } from '../contract/definition.js';
import type { StepAnswer } from '../contract/event.js';
import { inputRead } from '../contract/keys.js';
import { type InputDocument, loadInput } from '../load/input-document.js';
import { type LoadedReads, loadReads } from '../load/load-reads.js';
import { type InHand, publishDocument } from '../publish/publish-document.js';
import { readSignals, type SignalGroup } from '../signals/read-signals.js';
import type { StoredObject } from '../store/object-store.js';
import { sharedS3Client } from '../store/s3-client.js';
import { checkResult, findOutput, type StoredOutput, storeOutput } from '../store/store-output.js';
import { type LambdaContext, openDeadline } from './deadline.js';
import { undoWhereDone } from './undo.js';
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
type Earlier = { readonly done: Done } | { readonly done?: never; readonly replaces?: StoredObject };

/**
 * The way of every step: what an earlier attempt stored is adopted; else load, work, store. Then, where this is the step that
 * does so, publish. It can be cut off anywhere and repeated.
 */
export function createFlow(definition: StepDefinition, work: Work): StepHandler {
  const s3 = sharedS3Client();
  return async (payload, lambda) => {
    const deadline = openDeadline(lambda);
    try {
      return await runFlow(definition, work, openVisit(definition, payload, s3, deadline));
    } finally {
      deadline.close();
    }
  };
}

async function runFlow(definition: StepDefinition, work: Work, visit: Visit): Promise<StepAnswer> {
  try {
    const earlier = await findEarlier(definition, visit);
    const done = earlier.done ?? (await act(definition, work, visit, earlier));
    await publish(definition, visit, done);
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
async function findEarlier(definition: StepDefinition, visit: Visit): Promise<Earlier> {
  const { output, outputKeys } = definition;
  if (!visit.repeated && !output?.onLoop) return {};
  if (output) {
    const found = await findOutput(visit, output);
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

/** The work of this attempt: none for a compensation that has nothing to undo. */
async function act(definition: StepDefinition, work: Work, visit: Visit, { replaces }: Found): Promise<Done> {
  const { undoes } = definition;
  if (!undoes) return perform(definition, work, visit, { replaces });
  const done = await undoWhereDone(visit, undoes, (undone) =>
    perform(definition, work, visit, { replaces, undone }),
  );
  return done ?? { input: undefined, parts: [], signals: {} };
}

/** Objects that an attempt has found before it begins. */
interface Found {
  /** The output of an earlier visit, to be replaced. */
  readonly replaces?: StoredObject | undefined;
  /** The output of the step that is undone. */
  readonly undone?: StoredObject;
}

async function perform(
  definition: StepDefinition,
  work: Work,
  visit: Visit,
  { replaces, undone }: Found,
): Promise<Done> {
  const { output, outputKeys, step } = definition;
  const reads = await loadReads(visit, { ...definition, inHand: undone });
  const input = reads.input ?? (definition.inputSignals ? await loadInput(visit, outputKeys) : undefined);
  // Before the body runs: what is wrong with the input stays wrong.
  const signals = inputGroup(definition, input);
  const result = await work(visit, { ...reads, ...(signals.input ? { inputSignals: signals.input } : {}) });
  if (!output) return { input, parts: reads.parts, signals };
  const stored = await storeOutput(visit, output, checkResult(step, output, result), replaces);
  if (stored.adopted) visit.logger.info('output adopted', { output: output.key });
  // Last, since a step on a loop may have read what it has now replaced.
  return { input, parts: [...reads.parts, stored.part], signals: { ...signals, ...groupOf(stored) } };
}

async function publish(definition: StepDefinition, visit: Visit, done: Done): Promise<void> {
  if (!definition.publish) return;
  const { outputKeys, output } = definition;
  await publishDocument(visit, { ...definition.publish, outputKeys, onLoop: output?.onLoop ?? false }, done);
}

function inputGroup({ step, inputSignals }: StepDefinition, input: InputDocument | undefined) {
  if (!inputSignals?.length || !input) return {};
  return { [inputRead]: readSignals({ step, key: inputRead }, inputSignals, input.value) };
}

function groupOf({ part, signals }: StoredOutput): Record<string, SignalGroup> {
  return signals ? { [part.key]: signals } : {};
}
