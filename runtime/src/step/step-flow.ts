import type { StepDefinition } from '../contract/definition.js';
import type { StepAnswer } from '../contract/event.js';
import { inputRead } from '../contract/keys.js';
import { rangesIn, storeList } from '../lists/store-lists.js';
import { type InputDocument, loadInput } from '../load/input-document.js';
import { type LoadedReads, loadReads } from '../load/load-reads.js';
import { type InHand, publishDocument } from '../publish/publish-document.js';
import { readSignals, type SignalGroup } from '../signals/read-signals.js';
import type { StoredObject } from '../store/object-store.js';
import { checkResult, findOutput, type StoredOutput, settle, storeOutput } from '../store/store-output.js';
import { undoWhereDone } from './undo.js';
import type { Visit } from './visit.js';
import { createVisitHandler, type StepHandler } from './visit-handler.js';

export type { StepHandler } from './visit-handler.js';

/** What a step has in hand for its work. */
export interface Material extends LoadedReads {
  /** Absent where the step hands over no scalars of the input. */
  readonly inputSignals?: SignalGroup;
}

/** What a step does between its reads and its output. */
export type Work = (visit: Visit, material: Material) => Promise<unknown>;

/** What a step leaves, whether this attempt did it or an earlier one. */
interface Done extends InHand {
  /** Of the work of a step without an output. */
  readonly result?: unknown;
  readonly signals: Readonly<Record<string, SignalGroup>>;
}

/** What an earlier attempt left: all of it; or nothing, where an earlier visit may have left an output to be replaced. */
type Earlier = { readonly done: Done } | { readonly done?: never; readonly replaces?: StoredObject };

/** What a step answers beside its signals, from the result of its work. */
type Answering = (result: unknown) => Omit<StepAnswer, 'signals'>;

const silent: Answering = () => ({});

/**
 * The way of every step: what an earlier attempt stored is adopted; else load, work, store. Then, where this is the step that
 * does so, publish. It can be cut off anywhere and repeated.
 *
 * @param answer Only for steps without an output. Default: nothing.
 */
export function createFlow(definition: StepDefinition, work: Work, answer: Answering = silent): StepHandler {
  return createVisitHandler(definition, async (visit) => {
    const earlier = await findEarlier(definition, visit);
    const done = earlier.done ?? (await act(definition, work, visit, earlier));
    await publish(definition, visit, done);
    return {
      ...answer(done.result),
      ...(Object.keys(done.signals).length > 0 ? { signals: done.signals } : {}),
    };
  });
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
    return { done: await adopt(definition, visit, await settle(visit, output, found)) };
  }
  if (!definition.publish) return {};
  const input = await loadInput(visit, outputKeys);
  return input.published ? { done: { input, parts: [], signals: inputGroup(definition, input) } } : {};
}

async function adopt(definition: StepDefinition, visit: Visit, output: StoredOutput): Promise<Done> {
  visit.logger.info('output adopted', { output: output.part.key });
  const input = definition.inputSignals ? await loadInput(visit, definition.outputKeys) : undefined;
  await storeInputLists(visit, definition, input);
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
  await storeInputLists(visit, definition, input);
  const result = await work(visit, { ...reads, ...(signals.input ? { inputSignals: signals.input } : {}) });
  if (!output) return { input, parts: reads.parts, signals, result };
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

/** The input never changes, so that what an earlier visit noted still holds. */
async function storeInputLists(
  visit: Visit,
  { inputLists = [] }: StepDefinition,
  input: InputDocument | undefined,
): Promise<void> {
  // A document that is published has been gone over by every map.
  if (input === undefined || input.published) return;
  for (const list of inputLists) {
    const { ranges } = rangesIn(list, input.text, input.offset);
    await storeList(visit, { map: list.map, onLoop: false, ranges });
  }
}

function inputGroup({ step, inputSignals }: StepDefinition, input: InputDocument | undefined) {
  if (!inputSignals?.length || !input) return {};
  return { [inputRead]: readSignals({ step, key: inputRead }, inputSignals, input.value) };
}

function groupOf({ part, signals }: StoredOutput): Record<string, SignalGroup> {
  return signals ? { [part.key]: signals } : {};
}
