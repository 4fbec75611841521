import { outputOf } from '../model/all-steps.js';
import type { FailureTask, StepFlow, WorkflowFlow } from '../model/flow.js';
import type { MapStep, StepKind, Workflow } from '../model/service.js';
import { inputReaderName, publisherName } from '../names.js';
import { changingItems } from './changing-items.js';
import { KeySet } from './key-set.js';
import { type AvailableReads, availableReads, numbered, readsOf } from './reads.js';
import { mapsOf, type WorkflowGraph } from './workflow-graph.js';

/** What the tasks of the failure chain are judged by. */
export interface FailureSurroundings {
  readonly workflow: Workflow;
  readonly graph: WorkflowGraph;
  /** What is known of the steps. */
  readonly flows: ReadonlyMap<string, StepFlow>;
  readonly generated: Pick<WorkflowFlow, 'separateInputReader' | 'separatePublisher'>;
}

/** What is known of each task of the failure chain, by name. The error is certain: it is why they run. */
export function failureFlows(
  chain: readonly FailureTask[],
  surroundings: FailureSurroundings,
): ReadonlyMap<string, StepFlow> {
  if (chain.length === 0) return new Map();
  const { workflow, graph, flows } = surroundings;
  const available = withCompensations(availableReads(workflow, graph), workflow);
  const failingSteps = stepsThatFail(surroundings);
  const numbers = new Map(graph.steps.map(({ name }, number) => [name, number]));
  const places = placesOf(graph);
  const changing = changingItems(graph);
  return new Map(
    chain.map(({ task, undoes }, index) => {
      const certain = certainFor(undoes, graph, numbers);
      const step = flows.get(undoes?.step ?? '');
      const maps = step?.maps ?? [];
      const items = maps.filter((map) => !changing.has(map));
      const isVisible = (around: readonly MapStep[]): boolean => around.every((map) => maps.includes(map));
      const flow: StepFlow = {
        maps,
        items,
        certain,
        // Found when it is asked for: all of them together have the square of the chain's length.
        get possible() {
          const written = places.filter(({ around }) => isVisible(around)).map(({ key }) => key);
          const earlier = chain
            .slice(0, index)
            .filter((before) => isVisible(flows.get(before.undoes?.step ?? '')?.maps ?? []))
            .flatMap((before) => outputOf(before.task)?.key ?? []);
          return new Set([...written, ...earlier]);
        },
        signals: [],
        onLoop: false,
        error: 'certain',
        failingSteps,
        ...(undoes === undefined ? {} : { undoes }),
        reads: readsOf(task, available, { certain, error: 'certain', maps, items }),
        get path() {
          const start = graph.steps[0]?.name ?? '';
          return [...(step?.path ?? [start]), task.name];
        },
      };
      return [task.name, flow];
    }),
  );
}

/** Every output key, and the maps in whose iterations it lies. */
function placesOf(
  graph: WorkflowGraph,
): readonly { readonly key: string; readonly around: readonly MapStep[] }[] {
  return graph.steps.flatMap((step, number) => {
    const key = outputOf(step)?.key;
    return key === undefined ? [] : [{ key, around: mapsOf(graph, number) }];
  });
}

/** What was there when the undone step began, and its own output: without that the task does nothing. */
function certainFor(
  undoes: FailureTask['undoes'],
  { keys, index }: WorkflowGraph,
  numbers: ReadonlyMap<string, number>,
): KeySet {
  const before = keys.get(numbers.get(undoes?.step ?? '') ?? -1)?.certain ?? new KeySet(index);
  return undoes === undefined ? before : before.with(undoes.key);
}

function withCompensations(available: AvailableReads, { compensations }: Workflow): AvailableReads {
  const written = compensations.flatMap(({ name, output }) =>
    output === undefined ? [] : [{ key: output.key, optional: false, writer: name, at: output.at }],
  );
  return { ...available, ...numbered([...available.outputs, ...written]) };
}

/** Whether a failure of a step leads to the chain: a choice and a wait have no Catch. */
const canFail: Readonly<Record<StepKind, boolean>> = {
  task: true,
  downstream: true,
  callback: true,
  asl: true,
  parallel: true,
  map: true,
  fail: true,
  choice: false,
  wait: false,
  succeed: false,
};

/** The steps whose failure ends the execution: those of the outermost scope, and what is generated beside them. */
function stepsThatFail({ workflow, flows, generated }: FailureSurroundings): readonly string[] {
  const failing = workflow.steps.filter(({ name, kind }) => flows.has(name) && canFail[kind]);
  return [
    ...(generated.separateInputReader ? [inputReaderName] : []),
    ...failing.map(({ name }) => name),
    ...(generated.separatePublisher ? [publisherName] : []),
  ];
}
