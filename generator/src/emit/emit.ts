import type { Artifact } from '../artifact.js';
import { deployedFunctions } from '../deployment/functions.js';
import type { ServiceFlow } from '../model/flow.js';
import type { Service } from '../model/service.js';
import { printStateMachine } from './asl/print.js';
import { emitStateMachine } from './asl/state-machine.js';
import { emitClient } from './code/client-module.js';
import { emitDefinitions } from './code/definitions.js';
import { emitHandlers } from './code/handlers.js';
import { createRender, type ReadTemplate } from './code/render.js';
import { emitStubs } from './code/stubs.js';
import { emitValidators } from './code/validators.js';
import { emitWorkflowModules } from './code/workflow-modules.js';
import { owned, type WorkflowContext, workflowContexts } from './emit-context.js';
import { defaultLayout, type Layout } from './layout.js';
import { emitReadme } from './readme/readme.js';
import { printServerless } from './serverless/serverless.js';
import { emitContract } from './types/contract.js';
import { emitSharedSchemas } from './types/schemas-module.js';

/** What {@link emit} needs beside the service. */
export interface EmitOptions {
  /** Reads a file of this package's folder `templates`. */
  readonly readTemplate: ReadTemplate;
  /** Default: `generated` and `steps` beside the spec. */
  readonly layout?: Layout;
}

/** Every file of a service. The same service gives the same bytes. */
export async function emit(
  service: Service,
  flow: ServiceFlow,
  { readTemplate, layout = defaultLayout }: EmitOptions,
): Promise<readonly Artifact[]> {
  const render = createRender();
  const contexts = workflowContexts(service, flow, { layout, render });
  const functions = deployedFunctions(service, flow);
  const workflows: Artifact[] = [];
  for (const context of contexts) workflows.push(...(await emitWorkflow(context, contexts)));
  return [
    owned('serverless.yml', printServerless(service, flow)),
    owned('bundle.plugin.cjs', readTemplate('bundle.plugin.cjs')),
    owned('package.json', packageJson(service)),
    ...(await emitSharedSchemas(service, render)),
    ...workflows,
    emitClient(contexts, render),
    emitReadme(service, contexts, functions),
  ];
}

async function emitWorkflow(
  context: WorkflowContext,
  all: readonly WorkflowContext[],
): Promise<readonly Artifact[]> {
  const machine = emitStateMachine(context.workflow, context.flow);
  return [
    owned(`${context.workflow.name}/state-machine.asl`, printStateMachine(machine)),
    await emitContract(context, all),
    ...emitWorkflowModules(context),
    ...(await emitValidators(context)),
    ...emitDefinitions(context, all),
    ...emitHandlers(context),
    ...emitStubs(context),
  ];
}

/** Says that the folder holds ES modules that only have an effect where they are imported. */
function packageJson(service: Service): string {
  const content = {
    name: `${service.name.toLowerCase()}-generated`,
    private: true,
    type: 'module',
    sideEffects: false,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
