import type { StepDefinition } from '../contract/definition.js';
import type { StepAnswer } from '../contract/event.js';
import { inputRead } from '../contract/keys.js';
import { rangesIn, storeList } from '../lists/store-lists.js';
import { type InputDocument, loadInput } from '../load/input-document.js';
import { type ContentReads, type LoadedReads, loadReads } from '../load/load-reads.js';
import { type InHand, publishDocument } from '../publish/publish-document.js';
import { readSignals, type SignalGroup } from '../signals/read-signals.js';
import type { StoredObject } from '../store/object-store.js';
import { jsonOutputs, type OutputStore, type StoredOutput } from '../store/store-output.js';
import { undoWhereDone } from './undo.js';
import { undoIterations } from './undo-iterations.js';
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

/** What a step answers beside its signals, from the result of its work. */
type Answering = (result: unknown) => Omit<StepAnswer, 'signals'>;

const silent: Answering = () => ({});

/** What else the way of a step needs. */
export interface FlowOptions extends ContentSupport {
  /** Only for steps without an output. Default: nothing. */
  readonly answer?: Answering;
}

/**
 * The way of every step: what an earlier attempt stored is adopted; else load, work, store. Then, where this is the step that
 * does so, publish. It can be cut off anywhere and repeated.
 */
export function createFlow(
  definition: StepDefinition,
  work: Work,
  { answer = silent, ...contents }: FlowOptions = {},
): StepHandler {
  const outputs = definition.output?.content === undefined ? jsonOutputs : contents.contentWrites;
  if (outputs === undefined)
    throw new TypeError(`Step ${definition.step} writes a content without contentWrites.`);
  const flow: Flow = { ...contents, definition, work, outputs };
  if (definition.undoes?.map !== undefined) return createUndoing(flow, definition.undoes.map);
  return createVisitHandler(definition, async (visit) => {
    const done = await runFlow(flow, visit);
    return {
      ...answer(done.result),
      ...(Object.keys(done.signals).length > 0 ? { signals: done.signals } : {}),
    };
  });
}

/** A compensation of a step in a map runs outside of it, once for all iterations. */
function createUndoing(flow: Flow, map: string): StepHandler {
  const { workflow, step, maps = [], undoes = { step: '', key: '' } } = flow.definition;
  return createVisitHandler({ workflow, step }, async (visit) => {
    await undoIterations(visit, { ...undoes, map, maps }, (iteration) => runFlow(flow, iteration));
    return {};
  });
}

async function runFlow(flow: Flow, visit: Visit): Promise<Done> {
  const earlier = await findEarlier(flow, visit);
  const done = earlier.done ?? (await act(flow, visit, earlier));
  await publish(flow, visit, done);
  return done;
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
  await storeInputLists(visit, definition, input);
  return { input, parts: [output.part], signals: { ...inputGroup(definition, input), ...groupOf(output) } };
}

/** The work of this attempt: none for a compensation that has nothing to undo. */
async function act(flow: Flow, visit: Visit, { replaces }: Found): Promise<Done> {
  const { undoes } = flow.definition;
  if (!undoes) return perform(flow, visit, { replaces });
  const undoing = { ...undoes, contentReads: flow.contentReads };
  const done = await undoWhereDone(visit, undoing, (undone) => perform(flow, visit, { replaces, undone }));
  return done ?? { input: undefined, parts: [], signals: {} };
}

/** What an attempt has found before it begins. */
interface Found {
  /** The output of an earlier visit, to be replaced. */
  readonly replaces?: unknown;
  /** The output of the step that is undone. */
  readonly undone?: StoredObject | undefined;
}

async function perform(flow: Flow, visit: Visit, { replaces, undone }: Found): Promise<Done> {
  const { definition, work, outputs, contentReads } = flow;
  const { output, outputKeys } = definition;
  const reads = await loadReads(visit, { ...definition, inHand: undone }, contentReads);
  const input = reads.input ?? (definition.inputSignals ? await loadInput(visit, outputKeys) : undefined);
  // Before the body runs: what is wrong with the input stays wrong.
  const signals = inputGroup(definition, input);
  await storeInputLists(visit, definition, input);
  const result = await work(visit, { ...reads, ...(signals.input ? { inputSignals: signals.input } : {}) });
  if (!output) return { input, parts: reads.parts, signals, result };
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
