import { fits, samplesOf } from './samples.js';
import type { Shape } from './shapes.js';
import { namedSteps, outputKey, outputOf, referable, type StepSpec, takeApart, targetOf } from './spec.js';
import {
  beforeStep,
  isSensitive,
  type ServiceFacts,
  type Shapes,
  type WorkflowFacts,
} from './workflow-facts.js';

/** Where a workflow is started. */
export interface StartPlace {
  readonly facts: WorkflowFacts;
  readonly service: ServiceFacts;
  readonly shapes: Shapes;
}

interface Passed {
  readonly shapes: readonly Shape[];
  readonly certain: boolean;
}

/** What is wrong with what a step gives the workflow that it starts. */
export function wrongStart(name: string, step: StepSpec, place: StartPlace): string | undefined {
  const target = targetOf(step);
  if (target === undefined) return undefined;
  const { facts, service, shapes } = place;
  const { passed, wrong } = target.input ? mapped(name, step, place) : merged(name, step, place);
  if (wrong !== undefined) return `${name} passes ${wrong}`;
  if (target.service !== undefined || target.workflow === undefined) return undefined;
  const child = service.get(target.workflow);
  if (child === undefined) return `${name} starts nobody`;
  const owned = namedSteps(child.workflow).find(({ name: own, step: inner }) =>
    passed.has(outputKey(own, inner) ?? ''),
  );
  if (owned !== undefined) return `${name} passes what ${owned.name} writes`;
  const [wanted, ...others] = shapes.ofInput(child);
  if (wanted === undefined || others.length > 0) return undefined;
  const lacking = [...wanted.required].find((property) => !passed.get(property)?.certain);
  if (lacking !== undefined) return `${name} lacks ${lacking}`;
  const unfit = [...passed].find(([property, given]) => {
    const declared = wanted.properties.get(property);
    if (declared === undefined) return wanted.others === 'closed';
    return samplesOf(given.shapes).some((sample) => !fits(sample, declared()));
  });
  return unfit && `${name} passes an unfit ${unfit[0]} from ${facts.name}`;
}

interface Passing {
  readonly passed: ReadonlyMap<string, Passed>;
  readonly wrong?: string;
}

function mapped(name: string, step: StepSpec, { facts, shapes }: StartPlace): Passing {
  const passed = new Map<string, Passed>();
  const keys = referable(facts.workflow);
  for (const [property, reference] of Object.entries(targetOf(step)?.input ?? {})) {
    const { key, path } = takeApart(reference, keys);
    const read = step.reads?.find((declared) => declared.replace('?', '') === key);
    if (step.reads !== undefined && read === undefined) return { passed, wrong: `${key} undeclared` };
    if (read === undefined && isSensitive(facts, key)) return { passed, wrong: `${key}, which is sensitive` };
    if (isFile(facts, key)) return { passed, wrong: `the file ${key}` };
    const from = shapes.ofKey(facts, key, name);
    const found = shapes.follow(from, path);
    if (found === undefined) return { passed, wrong: `${reference}, which no schema has` };
    const certain = !read?.endsWith('?') && isSure(from, path);
    passed.set(property, { shapes: found, certain });
  }
  return { passed };
}

/** Whether what a path leads to is always there. */
function isSure(shapes: readonly Shape[], [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  return shapes.every(({ types, properties, required }) => {
    const isObject = types !== undefined && [...types].every((type) => type === 'object');
    const inner = properties.get(name);
    return isObject && required.has(name) && inner !== undefined && isSure(inner(), rest);
  });
}

/** Whether what a key names is a file. */
export function isFile({ writers, isUploaded }: WorkflowFacts, key: string): boolean {
  const writer = writers.get(key)?.step;
  return (key === 'upload' && isUploaded) || (writer !== undefined && outputOf(writer).content !== undefined);
}

function merged(name: string, step: StepSpec, place: StartPlace): Passing {
  const { facts, shapes } = place;
  const passed = new Map<string, Passed>();
  for (const read of step.reads ?? defaultReads(name, facts)) {
    const key = read.replace('?', '');
    if (isFile(facts, key)) return { passed, wrong: `the file ${key}` };
    if (key !== 'input') {
      passed.set(key, { shapes: shapes.ofKey(facts, key, name), certain: !read.endsWith('?') });
      continue;
    }
    for (const input of shapes.ofInput(facts)) {
      for (const property of new Set([...input.properties.keys(), ...input.required])) {
        const declared = input.properties.get(property)?.();
        passed.set(property, { shapes: declared ?? [], certain: input.required.has(property) });
      }
    }
  }
  return { passed };
}

/** What a step reads that says nothing: what is certain, but for what only few may see, files, and lists whose items it gets. */
function defaultReads(name: string, facts: WorkflowFacts): string[] {
  const maps = facts.around.get(name) ?? [];
  const lists = maps.map(({ over }) => over);
  const open = beforeStep(facts, name).certain.filter(
    (key) => !isSensitive(facts, key) && !isFile(facts, key),
  );
  return ['input', ...open].filter((key) => !lists.includes(key)).concat(maps.flatMap(({ as }) => as ?? []));
}
