import { inputRead } from '@sfs3/runtime/contract';
import type { ResolvedRead, Signal, WorkflowFlow } from '../../model/flow.js';
import type { FunctionStep, MapStep } from '../../model/service.js';
import type { WorkflowContext } from '../emit-context.js';
import { contentKindOf } from './content-kind.js';
import type { FieldPlace } from './field-place.js';
import { literal } from './literal.js';
import { itemField, keyPlace, listsField, mapsField, signalText } from './map-fields.js';
import { schemaOf } from './validators.js';

/** `reads` of a step's definition. */
export function readsField(step: FunctionStep, place: FieldPlace): readonly string[] {
  const flow = place.context.flow.steps.get(step.name);
  const reads = (flow?.reads ?? []).map((read) => {
    const { key, optional, item } = read;
    const more =
      item === undefined
        ? `${contentMark(read, place)}${keyPlace(key, place)}${keySchema(key, place)}`
        : itemField(item, place);
    return `  { key: ${literal(key)}, optional: ${optional}${more} },`;
  });
  return [
    ...mapsField(flow?.maps ?? []),
    ...(reads.length === 0 ? ['reads: [],'] : ['reads: [', ...reads, '],']),
  ];
}

/** `output` of a step's definition, with the scalars of it that conditions and waits need. */
export function outputField(step: FunctionStep | MapStep, place: FieldPlace, manner = ''): readonly string[] {
  if (step.output === undefined) return [];
  const { key, content } = step.output;
  const stepFlow = place.context.flow.steps.get(step.name);
  const kind = content === undefined ? '' : `, content: ${literal(content)}`;
  const onLoop = `${stepFlow?.onLoop === true ? ', onLoop: true' : ''}${kind}`;
  const signals = stepFlow?.signals ?? [];
  const fields = `key: ${literal(key)}${keyPlace(key, place)}${manner}${onLoop}${step.kind === 'map' ? '' : keySchema(key, place)}`;
  const more = [
    ...listsField('lists', key, place.context),
    ...(signals.length === 0 ? [] : signalsField('signals', signals)),
  ];
  if (more.length === 0) return [`output: { ${fields} },`];
  return ['output: {', `  ${fields},`, ...more.map((line) => `  ${line}`), '},'];
}

/** `undoes` of a compensation's definition: the output that proves that there is something to undo. */
export function undoesField({ name }: FunctionStep, place: FieldPlace): readonly string[] {
  const { flow } = place.context;
  const undoes = flow.steps.get(name)?.undoes;
  if (undoes === undefined) return [];
  const { step, key } = undoes;
  const content = flow.contentOutputs.has(key) ? ', content: true' : '';
  return [`undoes: { step: ${literal(step)}, key: ${literal(key)}${keyPlace(key, place)}${content} },`];
}

/** `inputSignals` of the definition of whoever hands over what conditions, waits and maps need of the input. */
export function inputSignalsField(context: WorkflowContext): readonly string[] {
  return [
    ...signalsField('inputSignals', context.flow.inputSignals),
    ...listsField('inputLists', inputRead, context),
  ];
}

/** `input` of a definition: the validator of the workflow's input, where that has a schema. */
export function inputField(place: FieldPlace): readonly string[] {
  if (schemaOf(place.context, inputRead) === undefined) return [];
  return [`input: ${place.imports.validator(place.folder, inputRead)},`];
}

/** `publish` of the definition of whoever publishes. */
export function publishField({ workflow, flow }: WorkflowContext): string {
  const { outputKeys, certainOutputs, sensitiveOutputs, compensationOutputs, contentOutputs } = flow;
  const written = outputKeys.filter((key) => !compensationOutputs.has(key));
  // Whoever publishes cannot see whether a sensitive output is there, and so refers only to those that must be.
  const outputs = written.filter((key) => !sensitiveOutputs.has(key) || certainOutputs.has(key));
  const certain = outputKeys.filter((key) => certainOutputs.has(key) && !sensitiveOutputs.has(key));
  const sensitive = outputs.filter((key) => sensitiveOutputs.has(key));
  const contents = outputs.filter((key) => contentOutputs.has(key));
  const fields = [
    `outputs: ${keyList(outputs, outputKeys)}`,
    `certain: ${keyList(certain, outputKeys)}`,
    ...(sensitive.length === 0 ? [] : [`sensitive: ${keyList(sensitive, outputKeys)}`]),
    ...(contents.length === 0 ? [] : [`contents: ${keyList(contents, outputKeys)}`]),
    `maxBytes: ${workflow.document.maxBytes}`,
  ];
  return `publish: { ${fields.join(', ')} },`;
}

/** Some of a workflow's output keys; all of them by the name of their list. */
function keyList(keys: readonly string[], all: readonly string[]): string {
  return keys.length === all.length ? 'outputKeys' : `[${keys.map(literal).join(', ')}]`;
}

/** `sensitive` of a workflow's definition. */
export function sensitiveField({ flow }: WorkflowContext): readonly string[] {
  const sensitive = flow.outputKeys.filter((key) => flow.sensitiveOutputs.has(key));
  return sensitive.length === 0 ? [] : [`sensitive: ${keyList(sensitive, flow.outputKeys)},`];
}

/** `contents` of a workflow's definition. */
export function contentsField({ flow }: WorkflowContext): readonly string[] {
  const contents = flow.outputKeys.filter((key) => flow.contentOutputs.has(key));
  return contents.length === 0 ? [] : [`contents: ${keyList(contents, flow.outputKeys)},`];
}

function contentMark(read: ResolvedRead, { context }: FieldPlace): string {
  const kind = contentKindOf(context.flow, read);
  return kind === undefined ? '' : `, content: ${literal(kind)}`;
}

function signalsField(name: string, signals: readonly Signal[]): readonly string[] {
  return [`${name}: [`, ...signals.map((signal) => `  ${signalText(signal)},`), '],'];
}

function keySchema(key: string, { context, imports, folder }: FieldPlace): string {
  const schemaKey = entryKey(key, context);
  return schemaOf(context, schemaKey) === undefined
    ? ''
    : `, schema: ${imports.validator(folder, schemaKey)}`;
}

/** Of a list that a map has collected, each entry has a schema: that of the output which is collected. */
function entryKey(key: string, { flow }: WorkflowContext): string {
  const writer = flow.writers.get(key);
  return writer?.kind === 'map' ? entryKeyOf(writer, flow) : key;
}

function entryKeyOf({ output }: MapStep, flow: WorkflowFlow): string {
  const key = output?.collect ?? '';
  // What is collected may be a list of lists, of which only the innermost entries are checked.
  const writer = flow.writers.get(key);
  return writer?.kind === 'map' ? '' : key;
}
