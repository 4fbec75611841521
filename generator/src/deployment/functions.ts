import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { FunctionStep, Service, Workflow } from '../model/service.js';
import { functionKey } from '../names.js';
import { startOf } from './child.js';
import { functionSteps } from './function-steps.js';
import {
  endpointFunctions,
  inputReaderFunction,
  mapFunctions,
  publisherFunction,
} from './generated-functions.js';
import type { DeployedFunction, FunctionKind } from './model.js';
import { rightsOfStep, withoutRepeats } from './rights.js';
import { rightsOfUploadReader, uploadFunctions } from './upload-functions.js';

/** Every function of a service: workflow by workflow the steps, then what is generated beside them. */
export function deployedFunctions(service: Service, flows: ServiceFlow): readonly DeployedFunction[] {
  return service.workflows.flatMap((workflow) =>
    functionsOfWorkflow({ service, workflow, flow: flowOf(flows, workflow), flows }),
  );
}

const invoked: Record<FunctionKind, boolean> = {
  task: true,
  downstream: true,
  callback: true,
  asl: true,
  'input-reader': true,
  publisher: true,
  collector: true,
  'item-lister': true,
  start: false,
  status: false,
  document: false,
  'upload-start': false,
};

/** Whether a function is invoked by the state machine of its workflow. */
export function isInvoked({ kind }: DeployedFunction): boolean {
  return invoked[kind];
}

/** What the analysis knows of a workflow. Throws where the analysis was of another service. */
export function flowOf(flow: ServiceFlow, workflow: Workflow): WorkflowFlow {
  const found = flow.get(workflow.name);
  if (found === undefined) throw new Error(`Workflow "${workflow.name}" was not analysed.`);
  return found;
}

/** The workflow whose functions are described. */
interface FunctionPlace {
  readonly service: Service;
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow;
  /** Of all workflows. */
  readonly flows: ServiceFlow;
}

function functionsOfWorkflow(place: FunctionPlace): readonly DeployedFunction[] {
  const { workflow, flow } = place;
  return [
    ...functionSteps(flow).map((step) => functionOfStep(place, step)),
    ...(flow.separateInputReader ? [inputReaderFunction(workflow, flow)] : []),
    ...mapFunctions(workflow, flow),
    ...(flow.separatePublisher ? [publisherFunction(workflow, flow)] : []),
    ...endpointFunctions(workflow, flow),
    ...uploadFunctions(workflow),
  ];
}

function functionOfStep(
  { service, workflow, flow, flows }: FunctionPlace,
  step: FunctionStep,
): DeployedFunction {
  const starts = step.kind === 'downstream' ? startOf(step, flows) : undefined;
  const written = Object.entries(step.settings.environment).map(
    ([name, text]) => [name, { kind: 'text', text }] as const,
  );
  return {
    kind: step.kind,
    key: functionKey(workflow.name, step.name),
    workflow: workflow.name,
    name: step.name,
    memory: step.settings.memory,
    timeout: step.settings.timeout,
    environment: { ...Object.fromEntries(written), ...starts?.environment },
    rights: withoutRepeats([
      ...rightsOfStep(workflow, step, flow),
      ...rightsOfUploadReader(service, workflow, flow.steps.get(step.name)?.reads ?? []),
      ...(starts?.rights ?? []),
    ]),
    routes: [],
  };
}
