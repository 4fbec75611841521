import { outputOf } from '../model/all-steps.js';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { Service, Workflow } from '../model/service.js';
import { keyIndex } from './key-set.js';
import { certainOutputs, publishing } from './publishing.js';
import { stepFlows } from './step-flows.js';
import { type WorkflowGraph, workflowGraph } from './workflow-graph.js';

/** What the analysis found out, for the stages that follow, and the graphs behind it, for the rules. */
export interface Analysis {
  readonly flow: ServiceFlow;
  /** By the name of the workflow. */
  readonly graphs: ReadonlyMap<string, WorkflowGraph>;
}

/** Finds out what each step can count on. */
export function analyse(service: Service): Analysis {
  const graphs = new Map(service.workflows.map((workflow) => [workflow.name, workflowGraph(workflow)]));
  const flow = new Map<string, WorkflowFlow>();
  for (const workflow of service.workflows) {
    const graph = graphs.get(workflow.name);
    if (graph !== undefined) flow.set(workflow.name, workflowFlow(workflow, graph));
  }
  return { flow, graphs };
}

function workflowFlow(workflow: Workflow, graph: WorkflowGraph): WorkflowFlow {
  const steps = stepFlows(workflow, graph, new Map());
  const reachable = graph.steps.filter(({ name }) => steps.has(name));
  return {
    steps,
    outputKeys: keyIndex(reachable.flatMap((step) => outputOf(step)?.key ?? [])).keys,
    certainOutputs: certainOutputs(graph),
    allSteps: graph.steps,
    inputSignals: [],
    inputReader: undefined,
    separateInputReader: false,
    expressions: new Map(),
    ...publishing(workflow, graph),
  };
}
