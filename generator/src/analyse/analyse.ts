import { inputRead, uploadRead } from '@sfs3/runtime/contract';
import { type TranslatedExpressions, translateExpressions } from '../conditions/translate-expressions.js';
import { conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import { mapFlows } from '../maps/map-flows.js';
import { outputOf } from '../model/all-steps.js';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { DocumentSchemaOf } from '../model/output-schema.js';
import type { Output, Service, Step, Workflow } from '../model/service.js';
import { documentSchemas } from './document-schema.js';
import { failureChain } from './failure-chain.js';
import { failureFlows } from './failure-flows.js';
import { inputReading } from './input-reading.js';
import { keyIndex } from './key-set.js';
import { certainOutputs, publishing } from './publishing.js';
import { stepFlows } from './step-flows.js';
import { type WorkflowGraph, workflowGraph } from './workflow-graph.js';

/** What the analysis found out, for the stages that follow, and the graphs behind it, for the rules. */
export interface Analysis {
  readonly flow: ServiceFlow;
  /** By the name of the workflow. */
  readonly graphs: ReadonlyMap<string, WorkflowGraph>;
  /** By the name of the workflow. */
  readonly expressions: ReadonlyMap<string, TranslatedExpressions>;
  readonly documentSchemaOf: DocumentSchemaOf;
}

/** Finds out what each step can count on. */
export function analyse(service: Service): Analysis {
  const graphs = new Map(service.workflows.map((workflow) => [workflow.name, workflowGraph(workflow)]));
  const expressions = new Map<string, TranslatedExpressions>();
  const flow = new Map<string, WorkflowFlow>();
  const documentSchemaOf = documentSchemas(service, graphs);
  for (const workflow of service.workflows) {
    const graph = graphs.get(workflow.name) ?? workflowGraph(workflow);
    const translated = translateExpressions(workflow, graph, { shared: service.schemas, documentSchemaOf });
    expressions.set(workflow.name, translated);
    flow.set(workflow.name, workflowFlow(workflow, service.schemas, graph, translated));
  }
  return { flow, graphs, expressions, documentSchemaOf };
}

function outputKeys(steps: readonly Step[]): readonly string[] {
  return keyIndex(steps.flatMap((step) => outputOf(step)?.key ?? [])).keys;
}

/** The keys of the outputs of which something holds. */
function outputsWhere(steps: readonly Step[], holds: (output: Output) => boolean): ReadonlySet<string> {
  const outputs = steps.flatMap((step) => outputOf(step) ?? []);
  return new Set(outputs.filter(holds).map(({ key }) => key));
}

function writersOf(steps: readonly Step[]): ReadonlyMap<string, Step> {
  return new Map(
    steps.flatMap((step) => {
      const key = outputOf(step)?.key;
      return key === undefined ? [] : [[key, step] as const];
    }),
  );
}

function uploadOf({ s3Triggers, input }: Workflow, shared: Service['schemas']): WorkflowFlow['upload'] {
  if (s3Triggers.length === 0) return 'never';
  const { required } = objectShape(conjunctionOf([{ schema: input, root: input }], shared) ?? []);
  return required.has(uploadRead) ? 'certain' : 'possible';
}

function workflowFlow(
  workflow: Workflow,
  shared: Service['schemas'],
  graph: WorkflowGraph,
  { expressions, signals }: TranslatedExpressions,
): WorkflowFlow {
  const steps = stepFlows(workflow, graph, signals);
  const chain = failureChain(workflow, graph);
  const reading = inputReading(graph, signals.get(inputRead) ?? []);
  const published = publishing(workflow, graph);
  const generated = { ...reading, ...published };
  const late = failureFlows(chain, { workflow, graph, flows: steps, generated });
  const compensations = workflow.compensations.filter(({ name }) => late.has(name));
  const reachable = [...graph.steps.filter(({ name }) => steps.has(name)), ...compensations];
  const all = new Map([...steps, ...late]);
  return {
    steps: all,
    outputKeys: outputKeys(reachable.filter(({ name }) => all.get(name)?.maps.length === 0)),
    certainOutputs: certainOutputs(graph),
    sensitiveOutputs: outputsWhere(reachable, ({ sensitive }) => sensitive),
    contentOutputs: outputsWhere(reachable, ({ content }) => content !== undefined),
    writers: writersOf([...graph.steps, ...compensations]),
    allSteps: graph.steps,
    failureChain: chain,
    compensations,
    compensationOutputs: new Set(outputKeys(compensations)),
    upload: uploadOf(workflow, shared),
    expressions,
    maps: mapFlows(workflow, graph),
    ...generated,
  };
}
