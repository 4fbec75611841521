import { createRequire } from 'node:module';
import type { ExecutionOutcome, StartedExecution } from '@sfs3/client';
import type { WorkflowFlow } from '@sfs3/generator';
import { txnIdOf } from '@sfs3/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparableDocument, comparableRuns } from './comparable.js';
import { interpret } from './interpret.js';
import { randomInput, randomWorkflows } from './random-service.js';
import type { Result } from './result.js';
import { type Served, serve } from './served-workflows.js';
import { placedSteps, type WorkflowSpec } from './spec.js';
import { stateKinds } from './states.js';
import { wrongOrder } from './undone-order.js';

const validateAsl = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  readonly isValid: boolean;
  readonly errorsText: (separator?: string) => string;
};

/** Another beginning gives other workflows, for whoever wants to look for longer. */
const firstSeed = Number(process.env.MODEL_SEED ?? 1);
const workflowCount = Number(process.env.MODEL_WORKFLOWS ?? 48);
const workflowSeeds = Array.from({ length: workflowCount }, (_, at) => firstSeed + at);
const executionSeeds = [1, 2];
const atATime = 12;
const kinds = [
  'choice',
  'parallel',
  'wait',
  'callback',
  'downstream',
  'map',
  'asl',
  'succeed',
  'fail',
  'catch',
  'retry',
  'compensate',
] as const;

let workflows: Record<string, WorkflowSpec>;
let served: Served;
const results: Result[] = [];
beforeAll(async () => {
  workflows = Object.assign({}, ...workflowSeeds.map(randomWorkflows));
  served = await serve(workflows);
}, 600_000);
afterAll(() => served?.close());

it('gives state machines that asl-validator finds no fault with', () => {
  // It takes its time, and the children are alike but for a name.
  const children = [`W${firstSeed}Child-dev`, `W${firstSeed}Risk-dev`];
  const all = [...served.definitions].filter(([name]) => /^W\d+-/.test(name) || children.includes(name));
  expect(all.length).toBe(workflowCount + children.length);
  for (const [name, definition] of all) {
    const result = validateAsl(JSON.parse(definition));
    expect(result.isValid, `${name}: ${result.isValid ? '' : result.errorsText('\n')}`).toBe(true);
  }
}, 600_000);

it('executes random workflows as the model does', async () => {
  const plans = workflowSeeds.flatMap((workflow) =>
    executionSeeds.map((seed) => ({ name: `W${workflow}`, seed })),
  );
  const queue = plans.values();
  const differences: string[] = [];
  const worker = async (): Promise<void> => {
    for (const { name, seed } of queue) {
      await hold(name, seed).catch((error: Error) => {
        differences.push(`${name}, seed ${seed}: ${error.message}`);
      });
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  expect(differences).toEqual([]);
  expect(served.world.problems).toEqual([]);
}, 600_000);

it('has met everything there is', () => {
  const runs = results.flatMap((result) => result.runs);
  const places = Object.values(workflows).flatMap(({ steps }) => placedSteps(steps));
  const met = {
    failed: results.filter(({ status }) => status === 'FAILED').length,
    succeeded: results.filter(({ status }) => status === 'SUCCEEDED').length,
    repeated: runs.filter(({ attempt }) => attempt > 1).length,
    cameRound: runs.filter(({ visit }) => visit > 1).length,
    readErrors: runs.filter(({ reads }) => reads.error !== undefined).length,
    timeouts: runs.filter(({ reads }) => JSON.stringify(reads.error)?.includes('States.Timeout')).length,
    children: results.filter(({ children }) => children.size > 0).length,
    sensitive: places.filter(({ step }) => typeof step.output === 'object' && step.output.sensitive).length,
    mappedInputs: places.filter(({ step }) => typeof step.downstream === 'object' && step.downstream.input)
      .length,
    awaited: runs.filter(({ reads }) => JSON.stringify(reads).includes('"document":')).length,
    files: runs.filter(({ reads }) => JSON.stringify(reads).includes('"content":')).length,
    undone: runs.filter(({ step }) => step.startsWith('undo-')).length,
    readUndone: runs.filter(
      ({ step, reads }) => step.startsWith('undo-') && /"undone\./.test(JSON.stringify(reads)),
    ).length,
    undoneIterations: runs.filter(({ step, iteration }) => step.startsWith('undo-') && iteration !== '')
      .length,
    tellers: runs.filter(({ step }) => step === 'tell').length,
    innerIterations: runs.filter(({ iteration }) => iteration.includes('.')).length,
    failedIterations: runs.filter(({ reads }) => JSON.stringify(reads.error)?.includes('"iteration":'))
      .length,
    tolerated: results.filter(({ document }) => /[[,]null/.test(JSON.stringify(document))).length,
    ...Object.fromEntries(
      (['batch', 'mode', 'tolerate', 'concurrency'] as const).map((key) => [
        key,
        places.filter(({ step }) => step.map?.[key] !== undefined).length,
      ]),
    ),
    innerMaps: places.filter(({ step, maps }) => step.map !== undefined && maps.length > 0).length,
    innerBranches: places.filter(({ step, depth }) => depth > 0 && step.parallel !== undefined).length,
    ...Object.fromEntries(
      stateKinds.map((kind) => [
        `asl ${kind}`,
        places.filter(({ step }) => step.asl?.Comment === kind).length,
      ]),
    ),
    ...Object.fromEntries(
      kinds.map((kind) => [kind, places.filter(({ step }) => step[kind] !== undefined).length]),
    ),
  };
  const few = Object.entries(met).filter(([, times]) => times < 3);
  expect(few).toEqual([]);
  expect(Math.max(...Object.values(workflows).map(({ steps }) => placedSteps(steps).length))).toBeGreaterThan(
    40,
  );
});

async function hold(name: string, seed: number): Promise<void> {
  const input = randomInput(seed, name);
  const expected = await interpretWorkflow(name, input, seed);
  const stateMachineArn = served.stateMachineArn(name);
  const id = `seed ${seed}`;
  const txnId = txnIdOf(stateMachineArn, id);
  served.world.seeds.set(txnId, seed);
  const { outputKeys, contentOutputs, sensitiveOutputs } = flowOf(name);
  const sensitive = [...sensitiveOutputs];
  const target = { stateMachineArn, workflow: name, outputKeys, sensitive, contents: [...contentOutputs] };
  const execution = await served.client.start(target, input, { id });
  const outcome = await execution.wait({ timeoutSeconds: 240 });
  await compare(execution, outcome, { expected, workflow: workflowOf(name) });
  results.push(expected);
}

function interpretWorkflow(name: string, input: object, seed: number): Promise<Result> {
  const startChild = (child: string, given: object): Promise<Result> => interpretWorkflow(child, given, 0);
  return interpret({ workflow: workflowOf(name), input, seed, flow: flowOf(name), startChild });
}

async function compare(
  execution: StartedExecution,
  { status, error, cause = '' }: ExecutionOutcome,
  { expected, workflow }: { readonly expected: Result; readonly workflow: WorkflowSpec },
): Promise<void> {
  const text = await execution.fetchText();
  const document = comparableDocument(JSON.parse(text));
  const runs = served.world.runs.get(execution.txnId) ?? [];
  const seen = { status, error, document, runs: comparableRuns(runs) };
  const told = {
    ...expected,
    document: comparableDocument(expected.document),
    runs: comparableRuns(expected.runs),
  };
  for (const part of ['status', 'error', 'document', 'runs'] as const) {
    if (part === 'runs') {
      const more = without(seen.runs, told.runs);
      const fewer = without(told.runs, seen.runs);
      if (more.length + fewer.length > 0) throw new Error(JSON.stringify({ more, fewer }));
    }
    const [left, right] = [JSON.stringify(seen[part]), JSON.stringify(told[part])];
    if (left === right) continue;
    const start = [...(left ?? '')].findIndex((letter, at) => letter !== right?.[at]);
    const excerpt = (text = '') => text.slice(Math.max(start - 100, 0), start + 200);
    throw new Error(
      `${part}: …${excerpt(left)}… where the model has …${excerpt(right)}… (${cause.slice(-80)})`,
    );
  }
  const ran = runs.map(({ step }) => step);
  expect(wrongOrder(workflow, ran)).toEqual([]);
  for (const [key, { workflow, input }] of expected.children) {
    const txnId = (JSON.parse(text) as Started)[key]?.processData;
    if (txnId !== undefined) await compareChild(workflow, txnId, input);
  }
}

function without(runs: readonly string[], others: readonly string[]): unknown[] {
  return runs.filter((run) => !others.includes(run)).map((run) => JSON.parse(run));
}

type Started = Readonly<Record<string, { readonly processData: string }>>;

async function compareChild(name: string, txnId: string, input: object): Promise<void> {
  const reference = { stateMachineArn: served.stateMachineArn(name), txnId };
  const expected = await interpretWorkflow(name, input, 0);
  const execution = await served.client.execution(reference, {
    workflow: name,
    outputKeys: flowOf(name).outputKeys,
  });
  const { status } = await execution.wait({ timeoutSeconds: 240 });
  const document = comparableDocument(await execution.fetch());
  expect({ status, document }).toEqual({
    status: expected.status,
    document: comparableDocument(expected.document),
  });
}

function workflowOf(name: string): WorkflowSpec {
  const workflow = workflows[name];
  if (workflow === undefined) throw new Error(`There is no ${name}`);
  return workflow;
}

function flowOf(name: string): WorkflowFlow {
  const flow = served.flow.get(name);
  if (flow === undefined) throw new Error(`Nothing is known of ${name}`);
  return flow;
}
