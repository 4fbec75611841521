import { createRequire } from 'node:module';
import type { ExecutionOutcome, StartedExecution } from '@sfs3/client';
import type { WorkflowFlow } from '@sfs3/generator';
import { txnIdOf } from '@sfs3/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { interpret } from './interpret.js';
import { randomInput, randomWorkflows } from './random-service.js';
import { child, type Result, type Run } from './result.js';
import { type Served, serve } from './served-workflows.js';
import { placedSteps, type WorkflowSpec } from './spec.js';

const validateAsl = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  readonly isValid: boolean;
  readonly errorsText: (separator?: string) => string;
};

/** Another beginning gives other workflows, for whoever wants to look for longer. */
const firstSeed = Number(process.env.MODEL_SEED ?? 1);
const workflowSeeds = Array.from({ length: 40 }, (_, at) => firstSeed + at);
const executionSeeds = [1, 2];
const atATime = 12;
const kinds = [
  'choice',
  'parallel',
  'wait',
  'callback',
  'downstream',
  'succeed',
  'fail',
  'catch',
  'retry',
] as const;

let workflows: Record<string, WorkflowSpec>;
let served: Served;
const results: Result[] = [];
beforeAll(async () => {
  workflows = Object.assign({}, ...workflowSeeds.map(randomWorkflows));
  served = await serve(workflows);
});
afterAll(() => served?.close());

it('gives state machines that asl-validator finds no fault with', () => {
  // It takes its time: some tell enough.
  for (const [name, definition] of [...served.definitions].slice(0, 12)) {
    const result = validateAsl(JSON.parse(definition));
    expect(result.isValid, `${name}: ${result.isValid ? '' : result.errorsText('\n')}`).toBe(true);
  }
});

it('executes random workflows as the model does', async () => {
  const plans = workflowSeeds.flatMap((workflow) =>
    executionSeeds.map((seed) => ({ name: `W${workflow}`, seed })),
  );
  const queue = plans.values();
  const differences: string[] = [];
  const worker = async (): Promise<void> => {
    for (const { name, seed } of queue) {
      await hold(name, seed).catch((error: Error) =>
        differences.push(`${name}, seed ${seed}: ${error.message}`),
      );
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  expect(differences).toEqual([]);
  expect(served.world.problems).toEqual([]);
}, 120_000);

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
    innerBranches: places.filter(({ step, inBranch }) => inBranch && step.parallel !== undefined).length,
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
  const expected = await interpret({ steps: stepsOf(name), input, seed, flow: flowOf(name) });
  const stateMachineArn = served.stateMachineArn(name);
  const id = `seed ${seed}`;
  const txnId = txnIdOf(stateMachineArn, id);
  served.world.seeds.set(txnId, seed);
  const target = { stateMachineArn, workflow: name, outputKeys: flowOf(name).outputKeys };
  const execution = await served.client.start(target, input, { id });
  const outcome = await execution.wait({ timeoutSeconds: 60 });
  await compare(name, execution, outcome, expected);
  results.push(expected);
}

async function compare(
  name: string,
  execution: StartedExecution,
  { status, error }: ExecutionOutcome,
  expected: Result,
): Promise<void> {
  const text = await execution.fetchText();
  const document = withoutChildren(JSON.parse(text));
  const runs = served.world.runs.get(execution.txnId) ?? [];
  const seen = { status, error, document, runs: inOrder(runs) };
  const told = { ...expected, document: withoutChildren(expected.document), runs: inOrder(expected.runs) };
  for (const part of ['status', 'error', 'document', 'runs'] as const) {
    const [left, right] = [JSON.stringify(seen[part]), JSON.stringify(told[part])];
    if (left === right) continue;
    const start = [...(left ?? '')].findIndex((letter, at) => letter !== right?.[at]);
    const excerpt = (text = '') => text.slice(Math.max(start - 100, 0), start + 200);
    throw new Error(`${part}: …${excerpt(left)}… where the model has …${excerpt(right)}…`);
  }
  for (const [key, input] of expected.children) {
    await compareChild(`${name}Child`, (JSON.parse(text) as Started)[key]?.processData ?? '', input);
  }
}

type Started = Readonly<Record<string, { readonly processData: string }>>;

async function compareChild(name: string, txnId: string, input: object): Promise<void> {
  const reference = { stateMachineArn: served.stateMachineArn(name), txnId };
  const expected = await interpret({ steps: stepsOf(name), input, seed: 0, flow: flowOf(name) });
  const execution = await served.client.execution(reference, {
    workflow: name,
    outputKeys: flowOf(name).outputKeys,
  });
  const { status } = await execution.wait({ timeoutSeconds: 60 });
  const document = withoutChildren(await execution.fetch());
  expect({ status, document }).toEqual({
    status: expected.status,
    document: withoutChildren(expected.document),
  });
}

function stepsOf(name: string): WorkflowSpec['steps'] {
  return workflows[name]?.steps ?? {};
}

function flowOf(name: string): WorkflowFlow {
  const flow = served.flow.get(name);
  if (flow === undefined) throw new Error(`Nothing is known of ${name}`);
  return flow;
}

/** By step, visit and attempt: branches run at the same time. */
function inOrder(runs: readonly Run[]): string[] {
  return runs.map((run) => JSON.stringify(withoutChildren(run))).sort();
}

/** With all properties in one order, what downstream steps wrote told as the model tells it, and no words of Step Functions'. */
function withoutChildren(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutChildren);
  if ('downstreamExecutionArn' in value) return child;
  const isTimeout = 'name' in value && value.name === 'States.Timeout';
  const entries = Object.entries(value).filter(([name]) => !(isTimeout && name === 'message'));
  return Object.fromEntries(
    entries
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, withoutChildren(inner)]),
  );
}
