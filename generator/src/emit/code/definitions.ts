import { inputRead } from '@sfs3/runtime/contract';
import type { Artifact } from '../../artifact.js';
import type { DownstreamStep, Step } from '../../model/service.js';
import { camelCase, publisherName } from '../../names.js';
import { hasInputSchema, owned, type WorkflowContext } from '../emit-context.js';
import { definitionName, NameScope, validatorFile } from './identifiers.js';
import { literal } from './literal.js';
import { schemaOf } from './validators.js';

/** A module's imports, collected while its fields are written; each validator is imported once. */
class ModuleImports {
  readonly lines: string[] = [`import { outputKeys } from '../output-keys.js';`];
  readonly #scope: NameScope;
  readonly #validators = new Map<string, string>();

  constructor(constant: string) {
    this.#scope = new NameScope(constant);
  }

  validator(folder: string, key: string, wanted = `${camelCase(key)}Schema`): string {
    const path = `${folder}/validators/${validatorFile(key)}.js`;
    const known = this.#validators.get(path);
    if (known !== undefined) return known;
    const name = this.#scope.claim(wanted);
    this.#validators.set(path, name);
    this.lines.push(`import { schema as ${name} } from ${literal(path)};`);
    return name;
  }

  outputKeys(workflow: string): string {
    const name = this.#scope.claim(`${camelCase(workflow)}OutputKeys`);
    this.lines.push(`import { outputKeys as ${name} } from ${literal(`../../${workflow}/output-keys.js`)};`);
    return name;
  }
}

/** `<workflow>/definitions/<step>.ts` for every step and the publisher: what the runtime needs to know of it. */
export function emitDefinitions(
  context: WorkflowContext,
  all: readonly WorkflowContext[],
): readonly Artifact[] {
  const steps = context.workflow.steps.map((step) => emitStepDefinition(context, step, all));
  return context.flow.separatePublisher ? [...steps, emitPublisherDefinition(context)] : steps;
}

function emitStepDefinition(context: WorkflowContext, step: Step, all: readonly WorkflowContext[]): Artifact {
  const name = definitionName(step.name);
  const imports = new ModuleImports(name);
  const publishes = context.flow.publisher === step.name;
  const fields = [
    ...namesOf(context, step.name),
    ...readsField(context, step, imports),
    ...outputField(context, step, imports),
    'outputKeys,',
    ...(publishes ? [publishField(context)] : []),
    ...(step.kind === 'downstream' ? childField(step, imports, all) : []),
  ];
  const type = step.kind === 'downstream' ? 'DownstreamDefinition' : 'StepDefinition';
  return definitionFile(context, step.name, { type, name, imports: imports.lines, fields });
}

function emitPublisherDefinition(context: WorkflowContext): Artifact {
  const name = definitionName(publisherName);
  const imports = new ModuleImports(name).lines;
  const fields = [...namesOf(context, publisherName), 'outputKeys,', publishField(context)];
  return definitionFile(context, publisherName, { type: 'PublisherDefinition', name, imports, fields });
}

function definitionFile(
  context: WorkflowContext,
  step: string,
  values: Readonly<Record<string, string | readonly string[]>>,
): Artifact {
  const path = `${context.workflow.name}/definitions/${step}.ts`;
  return owned(path, context.render('definition', values));
}

function namesOf(context: WorkflowContext, step: string): readonly string[] {
  return [`workflow: ${literal(context.workflow.name)},`, `step: ${literal(step)},`];
}

function readsField(context: WorkflowContext, step: Step, imports: ModuleImports): readonly string[] {
  const reads = (context.flow.steps.get(step.name)?.reads ?? []).map((read) => {
    const schema = keySchema(context, read.key, imports);
    return `  { key: ${literal(read.key)}, optional: ${read.optional}${schema} },`;
  });
  return reads.length === 0 ? ['reads: [],'] : ['reads: [', ...reads, '],'];
}

function outputField(context: WorkflowContext, step: Step, imports: ModuleImports): readonly string[] {
  if (step.output === undefined) return [];
  const { key } = step.output;
  return [`output: { key: ${literal(key)}${keySchema(context, key, imports)} },`];
}

function keySchema(context: WorkflowContext, key: string, imports: ModuleImports): string {
  return schemaOf(context, key) === undefined ? '' : `, schema: ${imports.validator('..', key)}`;
}

function publishField({ workflow, flow }: WorkflowContext): string {
  const certain = flow.outputKeys.filter((key) => flow.certainOutputs.has(key));
  const list =
    certain.length === flow.outputKeys.length ? 'outputKeys' : `[${certain.map(literal).join(', ')}]`;
  return `publish: { outputs: outputKeys, certain: ${list}, maxBytes: ${workflow.document.maxBytes} },`;
}

/** What is known of the child: all of a workflow of this file, only the name of any other. */
function childField(
  step: DownstreamStep,
  imports: ModuleImports,
  all: readonly WorkflowContext[],
): readonly string[] {
  const { target } = step;
  if (target.kind !== 'local') return [`child: { workflow: ${literal(childName(step))} },`];
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
    '},',
  ];
}

/** Of a state machine known by its ARN alone: its name, or the step's where that is a deployment variable. */
function childName(step: DownstreamStep): string {
  if (step.target.kind !== 'arn') return step.target.workflow;
  return /:stateMachine:([A-Za-z0-9_-]+)/.exec(step.target.stateMachine)?.[1] ?? step.name;
}
