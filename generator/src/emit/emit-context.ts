import { posix } from 'node:path';
import type { Artifact } from '../artifact.js';
import { flowOf } from '../deployment/functions.js';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { JsonSchema, Service, TaskStep, Workflow } from '../model/service.js';
import type { Render } from './code/render.js';
import type { Layout } from './layout.js';

/** What every emitter of a workflow's files is given. */
export interface WorkflowContext {
  readonly service: Service;
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow;
  readonly layout: Layout;
  readonly render: Render;
  /** The schema of each output key that has one. */
  readonly outputSchemas: ReadonlyMap<string, JsonSchema>;
}

/** One context for each workflow of the service. */
export function workflowContexts(
  service: Service,
  flow: ServiceFlow,
  { layout, render }: Pick<WorkflowContext, 'layout' | 'render'>,
): readonly WorkflowContext[] {
  return service.workflows.map((workflow) => ({
    service,
    workflow,
    flow: flowOf(flow, workflow),
    layout,
    render,
    outputSchemas: new Map(
      workflow.steps.flatMap(({ output }) =>
        output?.schema === undefined ? [] : [[output.key, output.schema] as const],
      ),
    ),
  }));
}

/** A file that the generator owns. */
export function owned(path: string, content: string): Artifact {
  return { path, root: 'generated', content };
}

/** Where an owned file lies, relative to the spec's folder. */
export function generatedPath(layout: Layout, path: string): string {
  return posix.join(layout.generated, path);
}

/** Where the body of a task lies, relative to the spec's folder. */
export function bodyPath(context: WorkflowContext, step: TaskStep): string {
  return step.handler === undefined
    ? posix.join(context.layout.steps, context.workflow.name, `${step.name}.ts`)
    : posix.normalize(step.handler);
}

/** Whether the input's schema says more than that it is an object. */
export function hasInputSchema(input: JsonSchema): boolean {
  if (typeof input === 'boolean') return !input;
  return Object.keys(input).some((keyword) => keyword !== 'type' && keyword !== 'examples');
}
