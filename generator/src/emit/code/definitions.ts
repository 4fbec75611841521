import { inputRead } from '@sfs3/runtime/contract';
import type { Artifact } from '../../artifact.js';
import type { MapFlow } from '../../model/flow.js';
import { collectedStep } from '../../model/output-schema.js';
import type { DownstreamStep, FunctionStep } from '../../model/service.js';
import { collectorName, inputReaderName, itemListerName, publisherName } from '../../names.js';
import { hasInputSchema, owned, type WorkflowContext } from '../emit-context.js';
import {
  inputField,
  inputSignalsField,
  outputField,
  publishField,
  readsField,
  undoesField,
} from './definition-fields.js';
import { definitionName } from './identifiers.js';
import { literal } from './literal.js';
import { itemField, listText, mapsField, signalText } from './map-fields.js';
import { ModuleImports } from './module-imports.js';

/** `<workflow>/definitions/<step>.ts` for every step that has a function, and for what is generated beside them. */
export function emitDefinitions(
  context: WorkflowContext,
  all: readonly WorkflowContext[],
): readonly Artifact[] {
  return [
    ...context.steps.map((step) => stepDefinition(context, step, all)),
    ...(context.flow.separateInputReader ? [inputReaderDefinition(context)] : []),
    ...[...context.flow.maps.values()].flatMap((map) => mapDefinitions(context, map)),
    ...(context.flow.separatePublisher ? [publisherDefinition(context)] : []),
  ];
}

function stepDefinition(
  context: WorkflowContext,
  step: FunctionStep,
  all: readonly WorkflowContext[],
): Artifact {
  const { flow } = context;
  const type = step.kind === 'downstream' ? 'DownstreamDefinition' : 'StepDefinition';
  return definitionFile(context, { step: step.name, type }, (imports) => {
    const place = { context, imports, folder: '..' } as const;
    return [
      ...readsField(step, place),
      ...outputField(step, place),
      ...undoesField(step, place),
      'outputKeys,',
      ...(flow.inputReader === step.name ? inputSignalsField(context) : []),
      ...(flow.publisher === step.name ? [publishField(context)] : []),
      ...(step.kind === 'downstream' ? childField(step, imports, all) : []),
    ];
  });
}

function inputReaderDefinition(context: WorkflowContext): Artifact {
  return definitionFile(context, { step: inputReaderName, type: 'InputReaderDefinition' }, (imports) => [
    ...inputField({ context, imports, folder: '..' }),
    'outputKeys,',
    ...inputSignalsField(context),
  ]);
}

function publisherDefinition(context: WorkflowContext): Artifact {
  return definitionFile(context, { step: publisherName, type: 'PublisherDefinition' }, () => [
    'outputKeys,',
    publishField(context),
  ]);
}

/** Of what is generated beside the steps of a map. */
function mapDefinitions(context: WorkflowContext, map: MapFlow): readonly Artifact[] {
  const { step, source } = map;
  return [
    ...(source === 'item' ? [itemListerDefinition(context, map)] : []),
    ...(step.output === undefined ? [] : [collectorDefinition(context, map)]),
  ];
}

function itemListerDefinition(context: WorkflowContext, map: MapFlow): Artifact {
  const { step, around, count } = map;
  const name = itemListerName(step.name);
  return definitionFile(context, { step: name, type: 'ItemListerDefinition' }, (imports) => {
    const outer = around.findLast(({ as }) => as === step.over.key);
    const item = outer === undefined ? '' : itemField(outer, { context, imports, folder: '..' });
    return [
      ...mapsField(around),
      'outputKeys,',
      `read: { key: ${literal(step.over.key)}, optional: false${item} },`,
      `list: ${listText(map)},`,
      `count: ${signalText(count)},`,
    ];
  });
}

function collectorDefinition(context: WorkflowContext, { step, around }: MapFlow): Artifact {
  const name = collectorName(step.name);
  const isNested = collectedStep(step)?.kind === 'map';
  return definitionFile(context, { step: name, type: 'CollectorDefinition' }, (imports) => [
    ...mapsField(around),
    'outputKeys,',
    ...outputField(step, { context, imports, folder: '..' }, ', collected: true'),
    `collect: { map: ${literal(step.name)}, key: ${literal(step.output?.collect ?? '')} },`,
    `batch: ${step.batch},`,
    `tolerant: ${step.tolerate !== undefined},`,
    ...(isNested ? ['nested: true,'] : []),
  ]);
}

function definitionFile(
  context: WorkflowContext,
  { step, type }: { readonly step: string; readonly type: string },
  writeFields: (imports: ModuleImports) => readonly string[],
): Artifact {
  const { name: workflow } = context.workflow;
  const name = definitionName(step);
  const imports = new ModuleImports(name, `import { outputKeys } from '../output-keys.js';`);
  const fields = [`workflow: ${literal(workflow)},`, `step: ${literal(step)},`, ...writeFields(imports)];
  const values = { type, name, imports: imports.lines, fields };
  return owned(`${workflow}/definitions/${step}.ts`, context.render('definition', values));
}

/** What is known of the child: all of a workflow of this file, only the name of any other. */
function childField(
  step: DownstreamStep,
  imports: ModuleImports,
  all: readonly WorkflowContext[],
): readonly string[] {
  const { target } = step;
  const properties = propertiesField(step).map((line) => `  ${line}`);
  if (target.kind !== 'local') {
    const workflow = `workflow: ${literal(childName(step))}`;
    return properties.length === 0
      ? [`child: { ${workflow} },`]
      : ['child: {', `  ${workflow},`, ...properties, '},'];
  }
  const child = all.find((other) => other.workflow.name === target.workflow);
  const input =
    child !== undefined && hasInputSchema(child.workflow.input)
      ? [`  input: ${imports.validator(`../../${target.workflow}`, inputRead, 'childInputSchema')},`]
      : [];
  return [
    'child: {',
    `  workflow: ${literal(target.workflow)},`,
    ...input,
    `  outputKeys: ${imports.outputKeys(target.workflow)},`,
    ...(step.wait && child !== undefined ? outputsOfChild(child).map((line) => `  ${line}`) : []),
    ...properties,
    '},',
  ];
}

/** The outputs of a child that is waited for which its parent may not read, or which are files. */
function outputsOfChild({ flow }: WorkflowContext): readonly string[] {
  const { outputKeys, sensitiveOutputs, contentOutputs } = flow;
  const listed = (name: string, among: ReadonlySet<string>): readonly string[] => {
    const keys = outputKeys.filter((key) => among.has(key));
    return keys.length === 0 ? [] : [`${name}: [${keys.map(literal).join(', ')}],`];
  };
  return [...listed('sensitive', sensitiveOutputs), ...listed('contents', contentOutputs)];
}

/** What the child's input is made of, where a map says so. */
function propertiesField({ input }: DownstreamStep): readonly string[] {
  if (input === undefined) return [];
  const properties = input.map(({ name, key, path }) => {
    const places = path.map(literal).join(', ');
    return `  { name: ${literal(name)}, key: ${literal(key)}, path: [${places}] },`;
  });
  return properties.length === 0 ? ['properties: [],'] : ['properties: [', ...properties, '],'];
}

/** Of a state machine known by its ARN alone: its name, or the step's where that is a deployment variable. */
function childName(step: DownstreamStep): string {
  if (step.target.kind !== 'arn') return step.target.workflow;
  return /:stateMachine:([A-Za-z0-9_-]+)/.exec(step.target.stateMachine)?.[1] ?? step.name;
}
