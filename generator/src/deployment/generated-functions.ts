import { environmentNames } from '@sfs3/runtime/contract';
import type { WorkflowFlow } from '../model/flow.js';
import type { HttpTrigger, Workflow } from '../model/service.js';
import {
  collectorName,
  endpointNames,
  functionKey,
  inputReaderName,
  itemListerName,
  publisherName,
} from '../names.js';
import type { DeployedFunction, Route } from './model.js';
import {
  rightsOfCollector,
  rightsOfInputReader,
  rightsOfItemLister,
  rightsOfPublisher,
  rightsOfReader,
  rightsOfStarter,
} from './rights.js';

/** Settings of the function that only publishes: it holds the whole document in memory. */
export const publisherSettings = { memory: 512, timeout: 30 } as const;

/** Settings of the function that only reads the input. */
export const inputReaderSettings = { memory: 256, timeout: 10 } as const;

/** Settings of the function that puts together what a map has done: it lists entries, and looks at those alone that are lists themselves. */
export const collectorSettings = { memory: 256, timeout: 60 } as const;

/** Settings of the function that finds a list in the item of a map. */
export const itemListerSettings = { memory: 256, timeout: 30 } as const;

/** Settings of the functions behind http triggers. API Gateway waits for 30 seconds at most. */
const endpointSettings = { memory: 256, timeout: 10 } as const;
const documentSettings = { memory: 512, timeout: 29 } as const;

/** The function that hands over what conditions need of the input, where no step does it. */
export function inputReaderFunction(workflow: Workflow, flow: WorkflowFlow): DeployedFunction {
  return {
    kind: 'input-reader',
    key: functionKey(workflow.name, inputReaderName),
    workflow: workflow.name,
    name: inputReaderName,
    ...inputReaderSettings,
    environment: {},
    rights: rightsOfInputReader(workflow.name, flow),
    routes: [],
  };
}

/** The function that publishes after the last step, where no step does it. */
export function publisherFunction(workflow: Workflow, flow: WorkflowFlow): DeployedFunction {
  return {
    kind: 'publisher',
    key: functionKey(workflow.name, publisherName),
    workflow: workflow.name,
    name: publisherName,
    ...publisherSettings,
    environment: {},
    rights: rightsOfPublisher(workflow.name, flow),
    routes: [],
  };
}

/** The functions beside the steps of maps: one that finds the list where that lies in an item, one that collects. */
export function mapFunctions(workflow: Workflow, flow: WorkflowFlow): readonly DeployedFunction[] {
  const generated = (name: string) => ({
    key: functionKey(workflow.name, name),
    workflow: workflow.name,
    name,
    environment: {},
    routes: [],
  });
  return [...flow.maps.values()].flatMap((map): DeployedFunction[] => {
    const { step, source } = map;
    const lister = {
      kind: 'item-lister',
      ...generated(itemListerName(step.name)),
      ...itemListerSettings,
      rights: rightsOfItemLister(workflow.name, map, flow),
    } as const;
    const collector = {
      kind: 'collector',
      ...generated(collectorName(step.name)),
      ...collectorSettings,
      rights: rightsOfCollector(workflow.name, map, flow),
    } as const;
    return [...(source === 'item' ? [lister] : []), ...(step.output === undefined ? [] : [collector])];
  });
}

/** The functions behind the http triggers of a workflow: one that starts, one that tells the status, one that answers the document. */
export function endpointFunctions(workflow: Workflow, flow: WorkflowFlow): readonly DeployedFunction[] {
  const triggers = workflow.httpTriggers;
  if (triggers.length === 0) return [];
  const stateMachine = { kind: 'local', workflow: workflow.name } as const;
  const endpoint = (name: string, routes: readonly Route[]) => ({
    key: functionKey(workflow.name, name),
    workflow: workflow.name,
    name,
    environment: { [environmentNames.stateMachine]: { kind: 'stateMachine', stateMachine } as const },
    routes,
  });
  return [
    {
      kind: 'start',
      ...endpoint(endpointNames.start, triggers.map(startRoute)),
      ...endpointSettings,
      rights: rightsOfStarter({ kind: 'own' }, stateMachine),
    },
    {
      kind: 'status',
      ...endpoint(endpointNames.status, readRoutes(triggers, '/{txnId}')),
      ...endpointSettings,
      rights: [{ kind: 'describe', stateMachine }],
    },
    {
      kind: 'document',
      ...endpoint(endpointNames.document, readRoutes(triggers, '/{txnId}/document')),
      ...documentSettings,
      rights: rightsOfReader(workflow.name, flow),
    },
  ];
}

function startRoute(trigger: HttpTrigger): Route {
  return { method: trigger.method, path: trigger.path, auth: trigger.auth };
}

/** Two triggers may share a path with different methods: the route below it is one. The stricter of their rules holds. */
function readRoutes(triggers: readonly HttpTrigger[], suffix: string): readonly Route[] {
  const byPath = new Map<string, Route>();
  for (const trigger of triggers) {
    const path = `${trigger.path === '/' ? '' : trigger.path.replace(/\/$/, '')}${suffix}`;
    const auth = byPath.get(path)?.auth === 'iam' ? 'iam' : trigger.auth;
    byPath.set(path, { method: 'GET', path, auth });
  }
  return [...byPath.values()];
}
