import { inputRead } from '@sfs3/runtime/contract';
import type { Artifact } from '../../artifact.js';
import type { ResolvedRead } from '../../model/flow.js';
import type { JsonSchema, Step } from '../../model/service.js';
import { typeNames } from '../code/identifiers.js';
import { docComment, literal, propertyName } from '../code/literal.js';
import { hasInputSchema, owned, type WorkflowContext } from '../emit-context.js';
import { declareTypes, type TypeRequest } from './declare-types.js';
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
export async function emitContract(context: WorkflowContext): Promise<Artifact> {
  const { workflow, service } = context;
  const names = sharedTypeNames(service.schemas);
  const declared = await declareTypes(typeRequests(context), {
    sharedSchemas: service.schemas,
    nameShared: (name) => `schemas.${names.get(name) ?? 'never'}`,
  });
  const declarations = [
    ...declared.map((declaration) => declaration.code),
    documentType(context),
    ...workflow.steps.flatMap((step) => (step.kind === 'task' ? bodyTypes(context, step) : [])),
  ];
  return owned(
    `${workflow.name}/contract.ts`,
    context.render('types', { imports: importsOf(declarations), declarations }),
  );
}

function typeRequests(context: WorkflowContext): readonly TypeRequest[] {
  const { workflow } = context;
  const input: JsonSchema = hasInputSchema(workflow.input) ? workflow.input : { type: 'object' };
  const outputs = workflow.steps.flatMap((step): TypeRequest[] => {
    if (step.output === undefined) return [];
    const schema = step.output.schema ?? (step.kind === 'downstream' ? startedExecution : true);
    const description = `What step ${step.name} writes, under the key ${step.output.key}.`;
    return [{ name: typeNames(step.name).output, schema, description }];
  });
  return [{ name: 'Input', schema: input, description: 'What an execution starts with.' }, ...outputs];
}

/** The published document: the input, and beside it every output under its key. */
function documentType(context: WorkflowContext): string {
  const { workflow, flow } = context;
  const certain = certainAtEnd(context);
  const members = workflow.steps.flatMap((step) => {
    if (step.output === undefined || !flow.outputKeys.includes(step.output.key)) return [];
    const mark = certain.has(step.output.key) ? '' : '?';
    return [`  ${propertyName(step.output.key)}${mark}: ${typeNames(step.name).output};\n`];
  });
  // An index signature of JSON values beside the outputs would turn their types into intersections.
  const input = hasInputSchema(workflow.input) ? 'Input' : '{ [property: string]: unknown }';
  const outputs = members.length === 0 ? '' : ` & {\n${members.join('')}}`;
  return `${docComment('What an execution ends with.')}export type Document = ${input}${outputs};\n`;
}

/** The output keys that every path to the end has written. */
function certainAtEnd({ workflow, flow }: WorkflowContext): ReadonlySet<string> {
  const ends = workflow.steps.filter((step) => step.next === undefined && flow.steps.has(step.name));
  const written = ends.map((step) => {
    const before = flow.steps.get(step.name)?.certain ?? new Set<string>();
    return new Set([...before, ...(step.output === undefined ? [] : [step.output.key])]);
  });
  return new Set(flow.outputKeys.filter((key) => written.every((keys) => keys.has(key))));
}

function bodyTypes(context: WorkflowContext, step: Step): readonly string[] {
  const { event, output, body } = typeNames(step.name);
  const reads = context.flow.steps.get(step.name)?.reads ?? [];
  const members = reads.map((read) => readMember(read));
  const result = step.output === undefined ? 'void' : output;
  const heading = step.description ?? `Step ${step.name}.`;
  return [
    `${docComment(`What step ${step.name} is given.`)}export interface ${event} {\n${members.join('')}` +
      '  readonly context: StepContext;\n}\n',
    `${docComment(heading)}export type ${body} = (event: ${event}) => ${result} | Promise<${result}>;\n`,
  ];
}

function readMember(read: ResolvedRead): string {
  const type = read.key === inputRead || read.writer === undefined ? 'Input' : typeNames(read.writer).output;
  return read.optional
    ? `  readonly ${propertyName(read.key)}?: ${type} | undefined;\n`
    : `  readonly ${propertyName(read.key)}: ${type};\n`;
}

/** The imports that a module of types needs, each only where it is used. */
export function importsOf(declarations: readonly string[]): readonly string[] {
  const text = declarations.join('');
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const json = ['JsonObject', 'JsonValue'].filter(uses);
  return [
    ...(uses('StepContext') ? [`import type { StepContext } from '@sfs3/runtime';`] : []),
    ...(json.length === 0 ? [] : [`import type { ${json.join(', ')} } from '@sfs3/runtime/contract';`]),
    ...(/\bschemas\./.test(text) ? [`import type * as schemas from ${literal('../schemas.js')};`] : []),
  ];
}
