import { verdictOf } from '../front/model-verdict.js';
import { wrongCompensation } from './judge-compensations.js';
import { isFile, wrongStart } from './judge-starts.js';
import { wrongExpression } from './judge-steps.js';
import { fits, samplesOf } from './samples.js';
import {
  isSilent,
  namedSteps,
  outputKey,
  outputOf,
  referable,
  type Spec,
  type StepSpec,
  stepsOf,
  takeApart,
  targetOf,
} from './spec.js';
import {
  collectedKey,
  factsOf,
  isSensitive,
  type ServiceFacts,
  Shapes,
  uploadShape,
  type WorkflowFacts,
} from './workflow-facts.js';

/** Whether a spec is right, by what executions of its workflows do; the first thing that is not. */
export function verdictOfService(spec: Spec): string | undefined {
  const facts = factsOf(spec);
  const shapes = new Shapes(spec, facts);
  if (!hasAllReferences(spec)) return 'a reference to no schema';
  for (const workflow of facts.values()) {
    const checks: (() => string | undefined)[] = [
      () => twice(workflow),
      () => verdictOf(workflow.root),
      () => startsItself(workflow, facts),
      () => wrongInput(workflow, shapes),
    ];
    for (const check of checks) {
      const wrong = check();
      if (wrong !== undefined) return `${workflow.name}: ${wrong}`;
    }
  }
  for (const workflow of facts.values()) {
    const found = stepsOf(workflow.workflow).flatMap(
      ({ name, step }) =>
        wrongExpression(name, step, { facts: workflow, shapes }) ??
        wrongState(step, outputKey(name, step)) ??
        wrongList(name, step, workflow, shapes) ??
        wrongRead(step, workflow, shapes) ??
        wrongStart(name, step, { facts: workflow, service: facts, shapes }) ??
        [],
    );
    const wrong = found[0] ?? wrongCompensation(workflow);
    if (wrong !== undefined) return `${workflow.name}: ${wrong}`;
  }
  return undefined;
}

/** Whether every reference to a shared schema leads somewhere. */
function hasAllReferences(spec: Spec): boolean {
  const references = [...JSON.stringify(spec).matchAll(/"\$ref":"#\/([^"]*)"/g)].map(([, path = '']) =>
    path.split('/'),
  );
  return references
    .filter(([first]) => first === 'schemas')
    .every((path) => path.reduce<unknown>((found, part) => Object(found)[part], spec) !== undefined);
}

/** Names and keys that compensations share with steps, and items that have the name of an output. */
function twice({ workflow }: WorkflowFacts): string | undefined {
  const steps = namedSteps(workflow);
  const names = steps.map(({ name }) => name);
  const keys = steps.flatMap(({ name, step }) => outputKey(name, step) ?? []);
  if (new Set(names).size < names.length) return 'two steps of one name';
  if (new Set(keys).size < keys.length) return 'two writers';
  const items = steps.flatMap(({ step }) => (step.map === undefined ? [] : (step.map.as ?? 'item')));
  return items.find((item) => keys.includes(item));
}

function startsItself({ name }: WorkflowFacts, service: ServiceFacts): string | undefined {
  const startedBy = (from: string): string[] => {
    const { workflow } = service.get(from) ?? {};
    return stepsOf(workflow ?? {}).flatMap(({ step }) => {
      const target = targetOf(step);
      return target?.service === undefined ? (target?.workflow ?? []) : [];
    });
  };
  const later = new Set(startedBy(name));
  for (const one of later) for (const next of startedBy(one)) later.add(next);
  return later.has(name) ? 'starts itself' : undefined;
}

/** An input that has an output's key, or that does not take what an upload starts. */
function wrongInput(facts: WorkflowFacts, shapes: Shapes): string | undefined {
  const { workflow, isUploaded } = facts;
  const input = shapes.ofInput(facts);
  const keys = namedSteps(workflow).flatMap(({ name, step }) => outputKey(name, step) ?? []);
  const owned = keys.find((key) => input.some(({ properties }) => properties.has(key)));
  if (owned !== undefined) return `the input has ${owned}`;
  if (!isUploaded) return undefined;
  return shapes
    .ofSchema(uploadShape)
    .every((shape) => samplesOf([shape]).every((sample) => fits(sample, input)))
    ? undefined
    : 'an input that takes no upload';
}

/** A state written out that says it has a result where the step says it has none, or is caught though it cannot fail. */
function wrongState(step: StepSpec, output: string | undefined): string | undefined {
  const { asl, reads = [] } = step;
  if (asl === undefined) return undefined;
  if (output === undefined && asl.Output !== undefined) return 'a result that is not written';
  if (output !== undefined && isSilent(asl)) return 'no result to write';
  if (outputOf(step).sensitive) return 'a sensitive result';
  const cannotFail =
    (asl.Type === 'Pass' || asl.Type === 'Wait') && reads.length === 0 && output === undefined;
  return cannotFail && (step.catch ?? []).length > 0 ? 'a catch of nothing' : undefined;
}

function wrongList(name: string, step: StepSpec, facts: WorkflowFacts, shapes: Shapes): string | undefined {
  if (step.map === undefined) return undefined;
  const collected = collectedKey(step);
  if (outputKey(name, step) !== undefined && isFile(facts, collected ?? '')) return `${name} collects files`;
  if (shapes.listOf(facts, name) === undefined) return `${name} goes over no list`;
  const { key } = takeApart(step.map.over ?? '', referable(facts.workflow));
  return isSensitive(facts, key) ? `${name} goes over what is sensitive` : undefined;
}

/** A read of an upload that need not be there, and reads of states, whose data everybody sees. */
function wrongRead(step: StepSpec, facts: WorkflowFacts, shapes: Shapes): string | undefined {
  const { reads = [], asl } = step;
  if (asl !== undefined && reads.some((read) => isSensitive(facts, read.replace('?', '')))) {
    return 'a state reads what is sensitive';
  }
  if (asl !== undefined && reads.some((read) => isFile(facts, read.replace('?', ''))))
    return 'a state reads a file';
  const isSure = shapes.ofInput(facts).every(({ required }) => required.has('upload'));
  return facts.isUploaded && reads.includes('upload') && !isSure ? 'no upload' : undefined;
}
