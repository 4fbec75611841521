import { type Explored, explore, type ModelStep, mapsAround, writtenIn } from '../front/flow-model.js';
import {
  anything,
  both,
  listShape,
  nullShape,
  objectShape,
  type Shape,
  shapesOf,
  textShape,
} from './shapes.js';
import {
  outputKey,
  outputOf,
  type PlacedStep,
  referable,
  type Spec,
  type StepSpec,
  stepsOf,
  takeApart,
  targetOf,
  type WorkflowSpec,
} from './spec.js';
import { flowOf } from './to-flow.js';

/** What is known of a workflow of a spec. */
export interface WorkflowFacts {
  readonly name: string;
  readonly workflow: WorkflowSpec;
  readonly root: readonly ModelStep[];
  readonly explored: Explored;
  readonly around: ReadonlyMap<string, readonly ModelStep[]>;
  /** Steps of all scopes by the key that they write. */
  readonly writers: ReadonlyMap<string, PlacedStep>;
  readonly isUploaded: boolean;
}

export type ServiceFacts = ReadonlyMap<string, WorkflowFacts>;

/** Runs every workflow of a spec in every way. */
export function factsOf({ workflows = {} }: Spec): ServiceFacts {
  return new Map(
    Object.entries(workflows).map(([name, workflow]) => {
      const root = flowOf(workflow);
      const written = stepsOf(workflow).flatMap((placed): [string, PlacedStep][] => {
        const key = outputKey(placed.name, placed.step);
        return key === undefined ? [] : [[key, placed]];
      });
      const facts: WorkflowFacts = {
        name,
        workflow,
        root,
        explored: explore(root),
        around: mapsAround(root),
        writers: new Map(written),
        isUploaded: (workflow.triggers ?? []).some(({ s3 }) => s3 !== undefined),
      };
      return [name, facts];
    }),
  );
}

/** What is certain, and what possible, when a step begins. */
export function beforeStep({ explored }: WorkflowFacts, step: string): ReturnType<typeof writtenIn> {
  return writtenIn(explored.visits.get(step)?.values() ?? [], explored.keys);
}

/** Whether only declared reads see an output; of a list, whether that is so of what it collects. */
export function isSensitive(facts: WorkflowFacts, key: string | undefined): boolean {
  const step = facts.writers.get(key ?? '')?.step;
  if (step === undefined) return false;
  if (outputOf(step).sensitive) return true;
  return step.map !== undefined && isSensitive(facts, collectedKey(step));
}

/** The key whose outputs a map collects, should it have an output: the last one of its own steps by default. */
export function collectedKey(step: StepSpec): string | undefined {
  const own = Object.entries(step.map?.steps ?? {});
  return outputOf(step).collect ?? own.flatMap(([name, inner]) => outputKey(name, inner ?? {}) ?? []).at(-1);
}

/** What an output may be. */
export class Shapes {
  readonly #spec: Spec;
  readonly #facts: ServiceFacts;

  constructor(spec: Spec, facts: ServiceFacts) {
    this.#spec = spec;
    this.#facts = facts;
  }

  ofSchema(schema: Parameters<typeof shapesOf>[0]): readonly Shape[] {
    return shapesOf(schema, this.#spec.schemas ?? {});
  }

  ofInput({ workflow, isUploaded }: WorkflowFacts): readonly Shape[] {
    if (workflow.input === undefined) return this.ofSchema(isUploaded ? uploadShape : { type: 'object' });
    return this.ofSchema(workflow.input);
  }

  /** Of `input`, `error`, an item or an output key. */
  ofKey(facts: WorkflowFacts, key: string, step: string): readonly Shape[] {
    if (key === 'input') return this.ofInput(facts);
    if (key === 'error')
      return [objectShape({ name: () => [textShape], message: () => [textShape], step: () => [textShape] })];
    const map = facts.around.get(step)?.findLast(({ as }) => as === key);
    if (map !== undefined) return this.listOf(facts, map.name) ?? [anything];
    const writer = facts.writers.get(key);
    return writer === undefined ? [anything] : this.ofOutput(facts, writer.step);
  }

  ofOutput(facts: WorkflowFacts, step: StepSpec): readonly Shape[] {
    if (step.map !== undefined) return [listShape(() => this.#collected(facts, step))];
    const target = targetOf(step);
    if (target === undefined) return this.ofSchema(outputOf(step).schema);
    const started = { downstreamExecutionArn: () => [textShape], processData: () => [textShape] };
    if (target.wait !== true) return [objectShape(started)];
    return [objectShape({ ...started, document: () => this.#documentOf(target.service, target.workflow) })];
  }

  #collected(facts: WorkflowFacts, step: StepSpec): readonly Shape[] {
    const inner = stepsOf(step.map ?? {});
    const key = collectedKey(step);
    const writer = inner.find((placed) => outputKey(placed.name, placed.step) === key);
    const shapes = writer === undefined ? [anything] : this.ofOutput(facts, writer.step);
    return step.map?.tolerate === undefined ? shapes : [...shapes, nullShape];
  }

  /** What an item of a map's list may be, `undefined` where that is no list for certain. */
  listOf(facts: WorkflowFacts, name: string): readonly Shape[] | undefined {
    const step = stepsOf(facts.workflow).find((placed) => placed.name === name)?.step;
    const { key, path } = takeApart(step?.map?.over ?? '', referable(facts.workflow));
    const lists = this.follow(this.ofKey(facts, key, name), path);
    if (lists === undefined || lists.length === 0) return undefined;
    const isList = lists.every(
      ({ types }) => types !== undefined && [...types].every((type) => type === 'array'),
    );
    if (!isList) return undefined;
    const items = lists.flatMap(({ items }) => items());
    return (step?.map?.batch ?? 1) > 1 ? [listShape(() => items)] : items;
  }

  /** What is at the end of a path, should it be there; `undefined` where no schema has it. */
  follow(shapes: readonly Shape[], path: readonly string[]): readonly Shape[] | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return shapes;
    const objects = shapes.filter(({ types }) => types === undefined || types.has('object'));
    const found = objects.flatMap(({ properties, others }) =>
      properties.has(name) ? [properties.get(name)?.() ?? []] : others === 'open' ? [[anything]] : [],
    );
    return found.length === 0 ? undefined : this.follow(found.flat(), rest);
  }

  #documentOf(service: string | undefined, name: string | undefined): readonly Shape[] {
    const child = service === undefined ? this.#facts.get(name ?? '') : undefined;
    if (child === undefined) return [objectShape({})];
    const { ends, keys } = child.explored;
    const certain = writtenIn(ends, keys).certain;
    const outputs = [...child.writers].filter(([, { name: step }]) => child.around.get(step)?.length === 0);
    const isOpen = (key: string): boolean => outputOf(child.writers.get(key)?.step ?? {}).sensitive !== true;
    const own: Shape = {
      ...objectShape(
        Object.fromEntries(
          outputs.map(([key, { step }]) => [
            key,
            () => (isOpen(key) ? this.ofOutput(child, step) : [anything]),
          ]),
        ),
      ),
      required: new Set(certain.filter(isOpen)),
    };
    return both(this.ofInput(child), [own]);
  }
}

/** The input of an execution that an upload starts. */
export const uploadShape = {
  type: 'object',
  required: ['upload'],
  properties: {
    upload: {
      type: 'object',
      required: ['bucket', 'key', 'size', 'eTag'],
      properties: {
        bucket: { type: 'string' },
        key: { type: 'string' },
        size: { type: 'integer' },
        eTag: { type: 'string' },
        versionId: { type: 'string' },
      },
    },
  },
};
