import { posix } from 'node:path';
import type { Artifact } from '../artifact.js';
import { functionSteps } from '../deployment/function-steps.js';
import { flowOf } from '../deployment/functions.js';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type {
  CallbackStep,
  FunctionStep,
  JsonSchema,
  Service,
  TaskStep,
  Workflow,
} from '../model/service.js';
import type { Render } from './code/render.js';
import type { Layout } from './layout.js';

/** What every emitter of a workflow's files is given. */
export interface WorkflowContext {
  readonly service: Service;
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow;
  readonly layout: Layout;
  readonly render: Render;
  /** The steps that have a function, those of branches included, in source order; then the compensations. */
  readonly steps: readonly FunctionStep[];
  /** The schema of each output key that has one. */
  readonly outputSchemas: ReadonlyMap<string, JsonSchema>;
}

/** One context for each workflow of the service. */
export function workflowContexts(
  service: Service,
  flow: ServiceFlow,
  { layout, render }: Pick<WorkflowContext, 'layout' | 'render'>,
): readonly WorkflowContext[] {
  return service.workflows.map((workflow) => {
    const workflowFlow = flowOf(flow, workflow);
    const steps = functionSteps(workflowFlow);
    const schemas = steps.flatMap(({ output }) =>
      output?.schema === undefined ? [] : [[output.key, output.schema] as const],
    );
    return { service, workflow, flow: workflowFlow, layout, render, steps, outputSchemas: new Map(schemas) };
  });
}

/** A file that the generator owns. */
export function owned(path: string, content: string): Artifact {
  return { path, root: 'generated', content };
}

/** Where an owned file lies, relative to the spec's folder. */
export function generatedPath(layout: Layout, path: string): string {
  return posix.join(layout.generated, path);
}

/** A step whose body somebody writes. */
export type StepWithBody = TaskStep | CallbackStep;

/** Whether somebody writes the body of a step. */
export function hasBody(step: FunctionStep): step is StepWithBody {
  return step.kind === 'task' || step.kind === 'callback';
}

/** Where the body of a step lies, relative to the spec's folder. */
export function bodyPath(context: WorkflowContext, step: StepWithBody): string {
  return step.handler === undefined
    ? posix.join(context.layout.steps, context.workflow.name, `${step.name}.ts`)
    : posix.normalize(step.handler);
}

/** Whether the input's schema says more than that it is an object. */
export function hasInputSchema(input: JsonSchema): boolean {
  if (typeof input === 'boolean') return !input;
  return Object.keys(input).some((keyword) => keyword !== 'type' && keyword !== 'examples');
}
