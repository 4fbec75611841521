import { checkSource, type ServiceFlow, type WorkflowFlow } from '@sfs3/generator';
import { Random } from './random.js';
import { addCompensations } from './random-compensations.js';
import { fillInMaps } from './random-maps.js';
import { openCondition, WorkflowMaker, words } from './random-workflow.js';
import {
  names,
  outputKey,
  placedSteps,
  reached,
  type StepSpec,
  type Steps,
  type WorkflowSpec,
} from './spec.js';

const input = {
  type: 'object',
  required: ['seed', 'n', 'flag', 'word', 'lines', 'rows', 'pause'],
  properties: {
    seed: { type: 'integer' },
    n: { type: 'integer' },
    flag: { type: 'boolean' },
    word: { type: 'string' },
    note: { type: 'string' },
    lines: { type: 'array' },
    few: { type: 'array', items: { type: 'integer' } },
    rows: { type: 'array', items: { $ref: '#/schemas/Row' } },
    pause: { type: 'integer', minimum: 0, maximum: 20 },
  },
};

const row = {
  type: 'object',
  required: ['id', 'parts'],
  properties: { id: { type: 'string' }, parts: { type: 'array', items: { $ref: '#/schemas/Row' } } },
};

function randomRows(random: Random, name: string): object[] {
  return Array.from({ length: random.below(3) }, (_, at) => {
    const id = `${name}${at}`;
    return { id, parts: id.length > 3 ? [] : randomRows(random, `${id}.`) };
  });
}

/** One execution's input. Its seed decides how the world treats it. */
export function randomInput(seed: number, workflow: string): object {
  const random = new Random(seed, workflow);
  return {
    seed,
    n: random.below(10),
    flag: random.chance(50),
    word: random.pick(words),
    ...(random.chance(50) ? { note: 'noted' } : {}),
    lines: Array.from({ length: random.below(3) }, () => 'line'),
    ...(random.chance(50) ? { few: Array.from({ length: random.below(3) }, () => random.below(5)) } : {}),
    rows: randomRows(random, 'r'),
    pause: random.below(20),
  };
}

/** A valid workflow, and the child that it starts. */
export function randomWorkflows(seed: number): Record<string, WorkflowSpec> {
  const name = `W${seed}`;
  const { steps, random } = drawSteps(name, seed);
  const document = random.chance(15) ? { publish: 'separate' } : {};
  const workflow: WorkflowSpec = { input, document, steps };
  const workflows = { [name]: workflow, ...childOf(name, seed) };
  const isRight = (): boolean => checkSource({ path: name, text: textOf(workflows) }).flow !== undefined;
  fillInMaps(steps, { flowOf: () => flowIn(compile(name, workflows), name), isRight, random });
  startRisks(steps, `${name}Risk`);
  fillIn(steps, flowIn(compile(name, workflows), name), random);
  if (random.chance(75)) addCompensations(workflow, () => flowIn(compile(name, workflows), name), random);
  return workflows;
}

/** The text of a workflow.yaml, as JSON, which is YAML. */
export function textOf(workflows: Record<string, WorkflowSpec>, environment: object = {}): string {
  return JSON.stringify({
    service: 'model',
    storage: { bucket: 'sfs3-model' },
    // Long enough for a machine that has much else to do.
    functions: { environment, timeout: 60 },
    schemas: { Row: row },
    workflows,
  });
}

/** What the compiler makes of workflows, which must be right. */
export function compile(what: string, workflows: Record<string, WorkflowSpec>): { flow: ServiceFlow } {
  const text = textOf(workflows);
  const { flow, diagnostics } = checkSource({ path: what, text });
  if (flow !== undefined) return { flow };
  throw new Error(`${what}: ${diagnostics.map(({ message }) => message).join('\n')}\n${text}`);
}

function flowIn({ flow }: { readonly flow: ServiceFlow }, workflow: string): WorkflowFlow {
  const found = flow.get(workflow);
  if (found === undefined) throw new Error(`Nothing is known of ${workflow}`);
  return found;
}

/** Where it is known what else has run, a child may fail. */
function startRisks(steps: Steps, risk: string): void {
  for (const { step, mayFail } of placedSteps(steps)) {
    const isCaught = step.catch?.some(({ errors }) => names(errors, 'States.TaskFailed'));
    if (typeof step.downstream === 'object' && (mayFail || isCaught)) step.downstream.workflow = risk;
  }
}

/** The one ends well, the other does not where chance will have it so. */
function childOf(parent: string, seed: number): Record<string, WorkflowSpec> {
  const step = (name: string) => ({ handler: 'body.ts', output: `child${seed}.${name}` });
  const retry = [{ errors: ['Busy'], attempts: 1, interval: 1 }];
  const two = { ...step('two'), retry };
  return {
    [`${parent}Child`]: { steps: { one: step('one'), two } },
    [`${parent}Risk`]: { steps: { [`risk${seed}`]: step('one'), two } },
  };
}

/** Draws until nothing asks for a step that fell away, since no way led to it. */
function drawSteps(name: string, seed: number): { steps: Steps; random: Random } {
  for (let draw = 0; ; draw += 1) {
    const random = new Random('workflow', seed, draw);
    const steps = withoutUnreached(name, seed, new WorkflowMaker(random, `${name}Child`).scope());
    if (steps !== undefined) return { steps, random };
  }
}

function withoutUnreached(name: string, seed: number, drawn: Steps): Steps | undefined {
  for (let steps = reached(drawn); ; steps = reached(steps)) {
    const text = textOf({ [name]: { input, steps }, ...childOf(name, seed) });
    const { diagnostics } = checkSource({ path: name, text });
    if (diagnostics.some(({ code }) => code === 'unknown-target')) return undefined;
    const unreached = diagnostics.filter(({ code }) => code === 'unreachable-step');
    for (const { at } of unreached) remove(steps, at.slice(3));
    if (unreached.length === 0) return steps;
  }
}

function remove(steps: Steps, [name = '', ...inner]: readonly (string | number)[]): void {
  const { parallel, map } = steps[name] ?? {};
  if (inner.length === 0) delete steps[name];
  else if (inner[0] === 'map' && map !== undefined) remove(map.steps, inner.slice(2));
  else remove(parallel?.[inner[1] ?? '']?.steps ?? {}, inner.slice(3));
}

/** Gives steps their reads and choices their conditions, from what the compiler says is there. */
function fillIn(steps: Steps, flow: WorkflowFlow, random: Random): void {
  const places = placedSteps(steps);
  const typed = new Set(
    places.flatMap(
      ({ name, step }) =>
        (typeof step.output === 'object' && step.output.schema && !step.output.sensitive
          ? outputKey(name, step)
          : undefined) ?? [],
    ),
  );
  const files = new Set(
    places.flatMap(({ name, step }) => (isFile(step) ? (outputKey(name, step) ?? []) : [])),
  );
  for (const { name, step, besides } of places) {
    const found = flow.steps.get(name);
    if (found === undefined) throw new Error(`Nothing is known of ${name}`);
    const certain = [...found.certain];
    const possible = [...found.possible].filter((key) => !found.certain.has(key));
    for (const rule of step.choice ?? []) {
      const known = {
        certain: certain.filter((key) => typed.has(key)),
        possible: possible.filter((key) => typed.has(key)),
      };
      if (rule.when === openCondition) rule.when = randomCondition(random, known);
    }
    const isState = step.asl !== undefined && step.asl.Type !== 'Wait';
    const isReader = step.handler !== undefined || step.downstream !== undefined || isState;
    if (!isReader || (!isState && random.chance(20))) continue;
    const error = { certain: ['error'], possible: ['error?'], never: [] }[found.error];
    const reads = [
      'input',
      ...error,
      ...certain,
      ...possible.filter((key) => !besides.includes(key)).map((key) => `${key}?`),
    ];
    const isJson = (key: string): boolean => !files.has(key.replace('?', ''));
    const isOpen = (key: string): boolean => !flow.sensitiveOutputs.has(key.replace('?', ''));
    const mayPass = (key: string): boolean =>
      step.handler !== undefined || (isJson(key) && (!isState || isOpen(key)));
    const items = found.maps.map(({ as }) => as);
    step.reads = [...reads, ...items]
      .filter(mayPass)
      .filter((key) => random.chance(key.startsWith('error') ? 95 : 70));
    if (step.asl !== undefined && !step.reads.includes('input')) step.reads.push('input');
    mapInput(
      step,
      certain.filter((key) => typed.has(key)),
      random,
    );
  }
}

/** Names what a child is given, in the place of all that the step reads. */
function mapInput(step: StepSpec, keys: readonly string[], random: Random): void {
  if (typeof step.downstream !== 'object' || random.chance(50)) return;
  const parts = keys.flatMap((key) => [key, `${key}.n`, `${key}.note`]);
  const all = ['input.n', 'input.note', 'input.rows', 'input', ...parts].filter(() => random.chance(40));
  delete step.reads;
  step.downstream.input = Object.fromEntries(all.map((reference, at) => [`given${at}`, reference]));
}

function randomCondition(
  random: Random,
  { certain, possible }: { readonly certain: readonly string[]; readonly possible: readonly string[] },
): string {
  const key = (): string => `\`${random.pick(certain)}\``;
  const maybe = (): string => `\`${random.pick(possible)}\``;
  const ofInput = [
    'input.n > 4',
    '$exists(input.note)',
    '$count(input.lines) > 1',
    'input.word = "red" or input.flag',
  ];
  const ofCertain = () => [
    `${key()}.n < 5`,
    `${key()}.flag`,
    `$not(${key()}.flag) and input.n < 8`,
    `${key()}.word in ["red", "blue"]`,
    `$count(${key()}.list) > 1`,
    `${key()}.note = "xxx" or ${key()}.n > 7`,
    `${key()}.n + ${key()}.n > 9`,
    `${key()}.word & "!" != input.word & "!"`,
    `(${key()}.flag ? ${key()}.n : 5) >= 4`,
  ];
  const ofPossible = () => {
    const one = maybe();
    return [
      `$exists(${one})`,
      `$exists(${one}.n) and ${one}.n % 2 = 0`,
      `$exists(${one}.note) and $length(${one}.note) > 2`,
    ];
  };
  if (possible.length > 0 && random.chance(50)) return random.pick(ofPossible());
  if (certain.length > 0 && random.chance(80)) return random.pick(ofCertain());
  return random.pick(ofInput);
}

function isFile({ output }: StepSpec): boolean {
  return typeof output === 'object' && output.content !== undefined;
}
