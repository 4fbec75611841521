import type { ResolvedRead, ServiceFlow, StepFlow, WorkflowFlow } from '../model/flow.js';
import type { Service, Step, Workflow } from '../model/service.js';
import { type KeysBefore, keyFlow } from './key-flow.js';
import { keyIndex } from './key-set.js';
import { reach, stepGraph } from './step-graph.js';

/** Finds out what each step can count on. */
export function analyse(service: Service): ServiceFlow {
  return new Map(service.workflows.map((workflow) => [workflow.name, analyseWorkflow(workflow)]));
}

function analyseWorkflow(workflow: Workflow): WorkflowFlow {
  const { steps } = workflow;
  const graph = stepGraph(workflow);
  const index = keyIndex(steps.flatMap(({ output }) => output?.key ?? []));
  const before = keyFlow(
    graph,
    steps.map(({ output }) => output?.key),
    index,
  );
  const origins = reach(steps.length === 0 ? [] : [0], graph.successors);
  const available = availableReads(workflow);
  const flows = new Map<string, StepFlow>();
  for (const number of origins.keys()) {
    const step = steps[number];
    const keys = before.get(number);
    if (step === undefined || keys === undefined) continue;
    const path = pathFinder(number, origins, steps);
    flows.set(step.name, {
      ...keys,
      reads: readsOf(step, keys, available),
      get path() {
        return path();
      },
    });
  }
  const reachable = steps.filter(({ name }) => flows.has(name));
  const exits = graph.exits.filter((number) => origins.has(number));
  return {
    steps: flows,
    outputKeys: keyIndex(reachable.flatMap(({ output }) => output?.key ?? [])).keys,
    certainOutputs: certainOutputs(
      exits.map((number) => steps[number]),
      flows,
    ),
    ...publishing(
      workflow,
      exits.map((number) => steps[number]),
    ),
  };
}

/** The path to a step, found when it is asked for: all paths of a long workflow together have the square of its length. */
function pathFinder(
  number: number,
  origins: ReadonlyMap<number, number>,
  steps: readonly Step[],
): () => readonly string[] {
  return () => {
    const path: string[] = [];
    for (let at: number | undefined = number; at !== undefined && at >= 0; at = origins.get(at)) {
      path.push(steps[at]?.name ?? '');
    }
    return path.reverse();
  };
}

/** `input` and every output that could be read, in the order of reads; each is shared by all steps that read it by default. */
function availableReads({ at, steps }: Workflow): readonly ResolvedRead[] {
  const reads = new Map<string, ResolvedRead>();
  reads.set('input', { key: 'input', optional: false, writer: undefined, at: [...at, 'input'] });
  for (const { name, output } of steps) {
    if (output === undefined || reads.has(output.key)) continue;
    reads.set(output.key, { key: output.key, optional: false, writer: name, at: output.at });
  }
  return [...reads.values()];
}

function readsOf(
  step: Step,
  { certain }: KeysBefore,
  available: readonly ResolvedRead[],
): readonly ResolvedRead[] {
  if (step.reads === undefined) {
    // `input` comes first, then the outputs, each in the place of its number.
    return available.filter((_, place) => place === 0 || certain.hasNumber(place - 1));
  }
  const declared = new Map(step.reads.map((read) => [read.key, read]));
  return available.flatMap(({ key, writer }) => {
    const read = declared.get(key);
    return read === undefined ? [] : { key, optional: read.optional, writer, at: read.at };
  });
}

type Publishing = Pick<WorkflowFlow, 'publisher' | 'separatePublisher'>;

/** What is there however the workflow ended: written before its last step, or by it. */
function certainOutputs(
  exits: readonly (Step | undefined)[],
  flows: ReadonlyMap<string, StepFlow>,
): ReadonlySet<string> {
  const [first, ...others] = exits.map((step) => {
    const certain = step === undefined ? [] : (flows.get(step.name)?.certain ?? []);
    return new Set(step?.output === undefined ? certain : [...certain, step.output.key]);
  });
  return new Set([...(first ?? [])].filter((key) => others.every((keys) => keys.has(key))));
}

/** Who publishes: the step that ends every path, since each kind has a function; or else a generated state. */
function publishing({ document }: Workflow, exits: readonly (Step | undefined)[]): Publishing {
  if (document.publish === 'none') return { publisher: undefined, separatePublisher: false };
  const [only, ...others] = exits;
  return document.publish === 'last' && only !== undefined && others.length === 0
    ? { publisher: only.name, separatePublisher: false }
    : { publisher: undefined, separatePublisher: true };
}
