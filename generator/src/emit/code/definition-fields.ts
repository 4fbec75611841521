import { inputRead } from '@sfs3/runtime/contract';
import type { ResolvedRead, Signal } from '../../model/flow.js';
import type { FunctionStep } from '../../model/service.js';
import type { WorkflowContext } from '../emit-context.js';
import { contentKindOf } from './content-support.js';
import { literal } from './literal.js';
import type { ModuleImports } from './module-imports.js';
import { schemaOf } from './validators.js';

/** The module for which a field is written. */
export interface FieldPlace {
  readonly context: WorkflowContext;
  readonly imports: ModuleImports;
  /** The way from the module to the workflow's folder. */
  readonly folder: '.' | '..';
}

/** `reads` of a step's definition. */
export function readsField(step: FunctionStep, place: FieldPlace): readonly string[] {
  const reads = (place.context.flow.steps.get(step.name)?.reads ?? []).map(
    (read) =>
      `  { key: ${literal(read.key)}, optional: ${read.optional}${contentMark(read, place)}${keySchema(read.key, place)} },`,
  );
  return reads.length === 0 ? ['reads: [],'] : ['reads: [', ...reads, '],'];
}

/** `output` of a step's definition, with the scalars of it that conditions and waits need. */
export function outputField(step: FunctionStep, place: FieldPlace): readonly string[] {
  if (step.output === undefined) return [];
  const { key, content } = step.output;
  const stepFlow = place.context.flow.steps.get(step.name);
  const kind = content === undefined ? '' : `, content: ${literal(content)}`;
  const onLoop = `${stepFlow?.onLoop === true ? ', onLoop: true' : ''}${kind}`;
  const signals = stepFlow?.signals ?? [];
  if (signals.length === 0) return [`output: { key: ${literal(key)}${onLoop}${keySchema(key, place)} },`];
  return [
    'output: {',
    `  key: ${literal(key)}${onLoop}${keySchema(key, place)},`,
    ...signalsField('signals', signals).map((line) => `  ${line}`),
    '},',
  ];
}

/** `inputSignals` of the definition of whoever hands over what conditions and waits need of the input. */
export function inputSignalsField({ flow }: WorkflowContext): readonly string[] {
  return signalsField('inputSignals', flow.inputSignals);
}

/** `input` of a definition: the validator of the workflow's input, where that has a schema. */
export function inputField(place: FieldPlace): readonly string[] {
  if (schemaOf(place.context, inputRead) === undefined) return [];
  return [`input: ${place.imports.validator(place.folder, inputRead)},`];
}

/** `publish` of the definition of whoever publishes. */
export function publishField({ workflow, flow }: WorkflowContext): string {
  const { outputKeys, certainOutputs, sensitiveOutputs, contentOutputs } = flow;
  // Whoever publishes cannot see whether a sensitive output is there, and so refers only to those that must be.
  const outputs = outputKeys.filter((key) => !sensitiveOutputs.has(key) || certainOutputs.has(key));
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
  return [
    `${name}: [`,
    ...signals.map((signal) => {
      const path = signal.path.map(literal).join(', ');
      return `  { name: ${literal(signal.name)}, path: [${path}], measure: ${literal(signal.measure)} },`;
    }),
    '],',
  ];
}

function keySchema(key: string, { context, imports, folder }: FieldPlace): string {
  return schemaOf(context, key) === undefined ? '' : `, schema: ${imports.validator(folder, key)}`;
}
