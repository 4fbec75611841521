import type { StepDefinition } from '../contract/definition.js';
import type { StepAnswer } from '../contract/event.js';
import { inputRead } from '../contract/keys.js';
import { type InputDocument, loadInput } from '../load/input-document.js';
import { type LoadedReads, loadReads } from '../load/load-reads.js';
import { type InHand, publishDocument } from '../publish/publish-document.js';
import { readSignals, type SignalGroup } from '../signals/read-signals.js';
import type { StoredObject } from '../store/object-store.js';
import { jsonOutputs, type OutputStore, type StoredOutput } from '../store/store-output.js';
import { type StepSupport, supportFor } from './support.js';
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
type Earlier = { readonly done: Done } | { readonly done?: never; readonly replaces?: unknown };

/** All that is the same for each invocation of a function. */
interface Flow {
  readonly definition: StepDefinition;
  readonly work: Work;
  readonly outputs: OutputStore;
  readonly support: StepSupport;
}

/** What a step answers beside its signals, from the result of its work. */
type Answering = (result: unknown) => Omit<StepAnswer, 'signals'>;

const silent: Answering = () => ({});

/** What else the way of a step needs. */
export interface FlowOptions extends StepSupport {
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
  { answer = silent, ...support }: FlowOptions = {},
): StepHandler {
  const isContent = definition.output?.content !== undefined;
  const outputs = isContent ? supportFor(definition.step, support, 'contentWrites') : jsonOutputs;
  const flow: Flow = { definition, work, outputs, support };
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
  const { workflow, step, maps = [], undoes = { step: '', key: '' }, output } = flow.definition;
  return createVisitHandler({ workflow, step }, async (visit) => {
    const { undo } = supportFor(step, flow.support, 'listReads');
    await undo(visit, { ...undoes, map, maps, outputKey: output?.key ?? '' }, (iteration) =>
      runFlow(flow, iteration),
    );
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
async function findEarlier(flow: Flow, visit: Visit): Promise<Earlier> {
  const { definition, outputs } = flow;
  const { output, outputKeys } = definition;
  if (!visit.repeated && !output?.onLoop) return {};
  if (output) {
    const found = await outputs.find(visit, output);
    if (found.kind === 'nothing') return {};
    if (found.kind === 'earlier') return { replaces: found.object };
    return { done: await adopt(flow, visit, found.output) };
  }
  if (!definition.publish) return {};
  const input = await loadInput(visit, outputKeys);
  return input.published ? { done: { input, parts: [], signals: inputGroup(definition, input) } } : {};
}

/** Whoever stored it may have been cut off before the maps that go over it were told. */
async function adopt(flow: Flow, visit: Visit, output: StoredOutput): Promise<Done> {
  const { definition } = flow;
  visit.logger.info('output adopted', { output: output.part.key });
  const input = definition.inputSignals ? await loadInput(visit, definition.outputKeys) : undefined;
  await storeInputLists(flow, visit, input);
  await storeOutputLists(flow, visit, output);
  return { input, parts: [output.part], signals: { ...inputGroup(definition, input), ...groupOf(output) } };
}

/** The work of this attempt: none for a compensation that has nothing to undo. */
async function act(flow: Flow, visit: Visit, { replaces }: Found): Promise<Done> {
  const { undoes } = flow.definition;
  if (!undoes) return perform(flow, visit, { replaces });
  const undoing = { ...undoes, support: flow.support };
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
  const { definition, work, outputs, support } = flow;
  const { output, outputKeys } = definition;
  const reads = await loadReads(visit, { ...definition, inHand: undone }, support);
  const input = reads.input ?? (definition.inputSignals ? await loadInput(visit, outputKeys) : undefined);
  // Before the body runs: what is wrong with the input stays wrong.
  const signals = inputGroup(definition, input);
  await storeInputLists(flow, visit, input);
  const result = await work(visit, { ...reads, ...(signals.input ? { inputSignals: signals.input } : {}) });
  if (!output) return { input, parts: reads.parts, signals, result };
  const stored = await outputs.store(visit, output, result, replaces);
  if (stored.adopted) visit.logger.info('output adopted', { output: output.key });
  await storeOutputLists(flow, visit, stored);
  // Last, since a step on a loop may have read what it has now replaced.
  return { input, parts: [...reads.parts, stored.part], signals: { ...signals, ...groupOf(stored) } };
}

async function publish({ definition, support }: Flow, visit: Visit, done: Done): Promise<void> {
  if (!definition.publish) return;
  const { outputKeys, output } = definition;
  const publication = { ...definition.publish, outputKeys, onLoop: output?.onLoop ?? false, support };
  await publishDocument(visit, publication, done);
}

async function storeInputLists(
  { definition, support }: Flow,
  visit: Visit,
  input: InputDocument | undefined,
): Promise<void> {
  if (!definition.inputLists) return;
  await supportFor(visit.step, support, 'listWrites').ofInput(visit, definition, input);
}

async function storeOutputLists(
  { definition, support }: Flow,
  visit: Visit,
  stored: StoredOutput,
): Promise<void> {
  if (!definition.output?.lists) return;
  await supportFor(visit.step, support, 'listWrites').ofOutput(visit, definition.output, stored);
}

function inputGroup({ step, inputSignals }: StepDefinition, input: InputDocument | undefined) {
  if (!inputSignals?.length || !input) return {};
  return { [inputRead]: readSignals({ step, key: inputRead }, inputSignals, input.value) };
}

function groupOf({ part, signals }: StoredOutput): Record<string, SignalGroup> {
  return signals ? { [part.key]: signals } : {};
}
