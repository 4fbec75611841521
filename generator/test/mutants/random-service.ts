import { type Random, randomFlow, textOf } from '../front/random-flow.js';
import {
  outputKey,
  outputOf,
  type PlacedStep,
  type Spec,
  type StepSpec,
  stepsOf,
  type WorkflowSpec,
} from './spec.js';
import { beforeStep, factsOf, type WorkflowFacts } from './workflow-facts.js';

/** A random workflow with compensations, and with steps that start another one; `undefined` where chance gives none. */
export function randomService(random: Random): Spec | undefined {
  const root = randomFlow(random);
  if (root.length === 0) return undefined;
  const spec = JSON.parse(textOf(root)) as Spec;
  const order = spec.workflows?.Order;
  const facts = factsOf(spec).get('Order');
  if (spec.workflows === undefined || order === undefined || facts === undefined) return undefined;
  spec.workflows.Child = structuredClone(child);
  const text = JSON.stringify(order);
  for (const placed of stepsOf(order)) {
    if (!isTask(placed) || random.chance(50)) continue;
    if (random.chance(40)) start(placed, text, { facts, random });
    if (outputKey(placed.name, placed.step) !== undefined) undo(placed, order, { facts, random });
  }
  if (random.chance(50)) addListed(order, facts, random);
  return spec;
}

const number = { type: 'number' };
const child: WorkflowSpec = {
  input: {
    type: 'object',
    required: ['n'],
    properties: { n: number, items: { type: 'array' }, note: { type: 'string' } },
  },
  steps: {
    weigh: {
      output: {
        key: 'weight',
        schema: { type: 'object', required: ['w'], properties: { w: { type: 'integer' } } },
      },
    },
    heavy: { choice: [{ when: 'weight.w > 10', next: 'lift' }], otherwise: 'end' },
    lift: { reads: ['weight'], output: { key: 'lifted', schema: { type: 'integer' } } },
  },
};

interface Chance {
  readonly facts: WorkflowFacts;
  readonly random: Random;
}

function isTask({ step }: PlacedStep): boolean {
  return ['callback', 'choice', 'wait', 'parallel', 'map', 'succeed', 'fail'].every(
    (kind) => !Object.hasOwn(step, kind),
  );
}

/** Nobody may look into what the step wrote, which it writes no longer. */
function start({ name, step }: PlacedStep, text: string, { facts, random }: Chance): void {
  const key = outputKey(name, step);
  if (key !== undefined && [`${key}.list`, `\`${key}\``].some((look) => text.includes(look))) return;
  const { certain } = beforeStep(facts, name);
  const typed = certain.filter((one) => outputOf(facts.writers.get(one)?.step ?? {}).schema !== undefined);
  const numbers = ['input.n', ...typed.map((one) => `${one}.v`)];
  const input = { n: random.pick(numbers), ...(random.chance(50) ? { items: 'input.list' } : {}) };
  delete step.reads;
  step.output = key === undefined ? 'none' : { key };
  const isMapped = random.chance(70);
  if (!isMapped) step.reads = ['input'];
  step.downstream = { workflow: 'Child', wait: random.chance(50), ...(isMapped ? { input } : {}) };
}

function undo(placed: PlacedStep, order: WorkflowSpec, { facts, random }: Chance): void {
  const { name, step } = placed;
  const key = outputKey(name, step);
  const maps = facts.around.get(name) ?? [];
  const { certain } = beforeStep(facts, name);
  const sure = [
    'input',
    'error',
    ...certain,
    ...(key === undefined ? [] : [key]),
    ...maps.flatMap(({ as }) => as ?? []),
  ];
  const visible = [...facts.writers].filter(([, writer]) =>
    (facts.around.get(writer.name) ?? []).every((map) => maps.includes(map)),
  );
  const others = visible.map(([one]) => one).filter((one) => !sure.includes(one));
  const reads = [...sure, ...others.map((one) => `${one}?`)].filter(() => random.chance(50));
  step.compensate = `undo-${name}`;
  const output = maps.length > 0 || random.chance(60) ? `undone-${name}` : 'none';
  order.compensations = {
    ...order.compensations,
    [`undo-${name}`]: task(output, random.chance(20) ? undefined : reads),
  };
}

function addListed(order: WorkflowSpec, facts: WorkflowFacts, random: Random): void {
  const outer = [...facts.writers].filter(([, { name }]) => facts.around.get(name)?.length === 0);
  const reads = ['error', ...outer.map(([key]) => `${key}?`)].filter(() => random.chance(60));
  order.compensations = { ...order.compensations, tell: task('told', reads), log: task('none', undefined) };
  order.onError = ['tell', 'log'];
}

function task(output: string, reads: string[] | undefined): StepSpec {
  return { output, ...(reads === undefined ? {} : { reads }) };
}
