import { errorRead, inputRead } from '@sfs3/runtime/contract';
import type { Artifact } from '../../artifact.js';
import { outputOf } from '../../model/all-steps.js';
import type { ResolvedRead, WorkflowFlow } from '../../model/flow.js';
import type { JsonSchema } from '../../model/service.js';
import { contentKindOf } from '../code/content-kind.js';
import { typeNames } from '../code/identifiers.js';
import { docComment, literal, propertyName } from '../code/literal.js';
import { hasBody, hasInputSchema, owned, type StepWithBody, type WorkflowContext } from '../emit-context.js';
import { awaitedTypes } from './awaited-types.js';
import { declareTypes, type TypeRequest } from './declare-types.js';
import { type ItemScope, itemType, listTypes } from './list-types.js';
import { sharedTypeNames } from './shared-names.js';

/** What a downstream step writes. */
const startedExecution: JsonSchema = {
  type: 'object',
  required: ['downstreamExecutionArn', 'processData'],
  properties: {
    downstreamExecutionArn: { type: 'string', description: 'ARN of the execution that was started.' },
    processData: { type: 'string', description: 'Its transaction id, which is the key of its document.' },
  },
};

/** `<workflow>/contract.ts`: the types of a workflow's input, outputs, document and bodies. */
export async function emitContract(
  context: WorkflowContext,
  all: readonly WorkflowContext[],
): Promise<Artifact> {
  const { workflow, service } = context;
  const names = sharedTypeNames(service.schemas);
  const declared = await declareTypes(typeRequests(context), {
    sharedSchemas: service.schemas,
    nameShared: (name) => `schemas.${names.get(name) ?? 'never'}`,
  });
  const declarations = [
    ...declared.map((declaration) => declaration.code),
    ...awaitedTypes(context, all),
    ...listTypes(context),
    ...contentTypes(context),
    documentType(context),
    ...context.steps.flatMap((step) => (hasBody(step) ? bodyTypes(context, step) : [])),
  ];
  return owned(
    `${workflow.name}/contract.ts`,
    context.render('types', {
      imports: [...runtimeImports(context), ...importsOf(declarations)],
      declarations,
    }),
  );
}

function typeRequests(context: WorkflowContext): readonly TypeRequest[] {
  const { workflow } = context;
  const input: JsonSchema = hasInputSchema(workflow.input) ? workflow.input : { type: 'object' };
  const outputs = context.steps.flatMap((step): TypeRequest[] => {
    if (step.output === undefined || step.output.content !== undefined) return [];
    if (step.kind === 'downstream' && step.wait) return [];
    const schema = step.output.schema ?? (step.kind === 'downstream' ? startedExecution : true);
    const verb = step.kind === 'callback' ? 'is answered' : 'writes';
    const description = `What step ${step.name} ${verb}, under the key ${step.output.key}.`;
    return [{ name: typeNames(step.name).output, schema, description }];
  });
  return [{ name: 'Input', schema: input, description: 'What an execution starts with.' }, ...outputs];
}

/** What the steps write that write files. */
function contentTypes({ steps }: WorkflowContext): readonly string[] {
  return steps.flatMap(({ name, output }) => {
    if (output?.content === undefined) return [];
    const description = `What step ${name} writes, under the key ${output.key}: a file of the type ${output.content}.`;
    return [`${docComment(description)}export type ${typeNames(name).output} = ContentSource;\n`];
  });
}

/**
 * The published document: the input, and beside it every output under its key; optional is what some path does not write. A sensitive
 * output is a reference for whoever may not read it.
 */
function documentType({ workflow, flow }: WorkflowContext): string {
  const keys = new Set(flow.outputKeys);
  const members = [...flow.allSteps, ...flow.compensations].flatMap((step) => {
    const output = outputOf(step);
    if (output === undefined || !keys.has(output.key)) return [];
    const { key, content } = output;
    const mark = flow.certainOutputs.has(key) ? '' : '?';
    const reference = isReferred(flow, key) ? ' | OutputReference' : '';
    const type = content === undefined ? typeNames(step.name).output : 'ContentReference';
    return [`  ${propertyName(key)}${mark}: ${type}${reference};\n`];
  });
  // An index signature of JSON values beside the outputs would turn their types into intersections.
  const input = hasInputSchema(workflow.input) ? 'Input' : '{ [property: string]: unknown }';
  const outputs = members.length === 0 ? '' : ` & {\n${members.join('')}}`;
  return `${docComment('What an execution ends with.')}export type Document = ${input}${outputs};\n`;
}

/** Whether a reference to an output stands in the published document. */
function isReferred({ sensitiveOutputs, certainOutputs }: WorkflowFlow, key: string): boolean {
  return sensitiveOutputs.has(key) && certainOutputs.has(key);
}

function bodyTypes({ workflow, flow }: WorkflowContext, step: StepWithBody): readonly string[] {
  const { event, output, body } = typeNames(step.name);
  const { reads = [], failingSteps = [] } = flow.steps.get(step.name) ?? {};
  const scope = { workflow, flow, failingSteps };
  const members = reads.map((read) => readMember(read, readType(read, scope)));
  const isAnswered = step.kind === 'callback';
  // Whoever answers gives the output of a callback step; its body only sees to it that somebody can.
  const result = isAnswered || step.output === undefined ? 'void' : output;
  const heading = step.description ?? `Step ${step.name}.`;
  return [
    `${docComment(`What step ${step.name} is given.`)}export interface ${event} {\n${members.join('')}` +
      `  readonly context: ${isAnswered ? 'CallbackContext' : 'StepContext'};\n}\n`,
    `${docComment(heading)}export type ${body} = (event: ${event}) => ${result} | Promise<${result}>;\n`,
  ];
}

interface ReadScope extends ItemScope {
  readonly failingSteps: readonly string[];
}

function readMember(read: ResolvedRead, type: string): string {
  return read.optional
    ? `  readonly ${propertyName(read.key)}?: ${type} | undefined;\n`
    : `  readonly ${propertyName(read.key)}: ${type};\n`;
}

function readType(read: ResolvedRead, scope: ReadScope): string {
  const { key, writer, item } = read;
  if (item !== undefined) return itemType(item, scope);
  if (key === errorRead) return errorType(scope.failingSteps);
  if (contentKindOf(scope.flow, read) !== undefined) return 'ContentHandle';
  return key === inputRead || writer === undefined ? 'Input' : typeNames(writer).output;
}

function errorType(failingSteps: readonly string[]): string {
  return failingSteps.length === 0 ? 'StepError' : `StepError<${failingSteps.map(literal).join(' | ')}>`;
}

/** The types of the runtime that bodies' types name. */
function runtimeImports({ steps, flow }: WorkflowContext): readonly string[] {
  const bodies = steps.filter(hasBody);
  const reads = bodies.flatMap(({ name }) => flow.steps.get(name)?.reads ?? []);
  const used = {
    CallbackContext: bodies.some(({ kind }) => kind === 'callback'),
    ContentHandle: reads.some((read) => contentKindOf(flow, read) !== undefined),
    ContentSource: steps.some(({ output }) => output?.content !== undefined),
    ListItem: reads.some(({ item }) => item !== undefined),
    StepContext: bodies.some(({ kind }) => kind === 'task'),
    StepError: reads.some(({ key }) => key === errorRead),
  };
  const names = Object.entries(used).flatMap(([name, isUsed]) => (isUsed ? [name] : []));
  return names.length === 0 ? [] : [`import type { ${names.join(', ')} } from '@sfs3/runtime';`];
}

/** The imports that declared types need, each only where it is used. */
export function importsOf(declarations: readonly string[]): readonly string[] {
  const text = declarations.join('');
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const json = ['ContentReference', 'JsonObject', 'JsonValue', 'OutputReference'].filter(uses);
  return [
    ...(json.length === 0 ? [] : [`import type { ${json.join(', ')} } from '@sfs3/runtime/contract';`]),
    ...(/\bschemas\./.test(text) ? [`import type * as schemas from ${literal('../schemas.js')};`] : []),
  ];
}
