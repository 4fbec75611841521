import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { describeOperand, describeWithin, type OperandSchema } from '../conditions/describe-operand.js';
import type { Pointer } from '../diagnostic.js';
import { type Conjunction, conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import type { LocatedSchema } from '../json-schema/references.js';
import { describeItem } from '../maps/map-source.js';
import { allStepsOf, mapsAround, outputOf } from '../model/all-steps.js';
import type { ResolvedRead } from '../model/flow.js';
import { outputSchemaOf } from '../model/output-schema.js';
import type {
  DownstreamStep,
  JsonSchema,
  MappedProperty,
  MapStep,
  Step,
  Workflow,
} from '../model/service.js';
import { allSteps, type RuleContext } from './rule.js';

/** A property that a step passes to the workflow that it starts. */
export interface PassedProperty {
  /** What its value may be, each with what is known of it; empty where any value may be. */
  readonly alternatives: readonly (readonly LocatedSchema[])[];
  readonly certain: boolean;
  /** The output key that it comes from; `undefined` for a property of the input. */
  readonly from: string | undefined;
  /** Where a map names it; absent where everything is passed that is read. */
  readonly at?: Pointer;
}

/** A step that starts a workflow of this file, with what it passes. */
export interface ChildStart {
  readonly parent: Workflow;
  readonly child: Workflow;
  readonly step: DownstreamStep;
  readonly passed: ReadonlyMap<string, PassedProperty>;
}

/** Every start of a workflow of this file whose data flow is known. */
export function childStarts(context: RuleContext): ChildStart[] {
  const { service, flow, doubts } = context;
  return allSteps(service).flatMap(({ workflow: parent, step }) => {
    if (step.kind !== 'downstream' || step.target.kind !== 'local') return [];
    const { workflow: name } = step.target;
    const child = service.workflows.find((workflow) => workflow.name === name);
    const reads = flow.get(parent.name)?.steps.get(step.name)?.reads;
    if (child === undefined || reads === undefined) return [];
    if (doubts.workflows.has(parent.name) || doubts.workflows.has(name)) return [];
    const passed = step.input
      ? step.input.map((property) => mapped(property, { parent, step, reads, context }))
      : reads.flatMap((read) => merged(read, { parent, context }));
    return [{ parent, child, step, passed: new Map(passed) }];
  });
}

/** What the schemas say of the value that a map names. */
export function describeMapped(
  { key, path }: MappedProperty,
  { workflow, step }: { readonly workflow: Workflow; readonly step: Step },
  context: RuleContext,
): OperandSchema {
  const { schemas } = context.service;
  const map = mapsAround(workflow)
    .get(step)
    ?.findLast(({ as }) => as === key);
  if (map === undefined) return describeOperand(schemasOf(key, workflow, context), path, schemas);
  const items = itemsOfMap(map, workflow, context);
  return map.batch === 1
    ? describeWithin(items, path, schemas)
    : { kind: 'known', alternatives: [], optionalAt: [] };
}

function itemsOfMap(map: MapStep, workflow: Workflow, context: RuleContext): readonly Conjunction[] {
  const around = mapsAround(workflow).get(map) ?? [];
  const { service, documentSchemaOf } = context;
  return describeItem(workflow, map, { around, shared: service.schemas, documentSchemaOf });
}

/** Of a value without a known schema nothing is said here: it is a mistake of its own, or any value may be. */
function mapped(
  property: MappedProperty,
  {
    parent,
    step,
    reads,
    context,
  }: {
    readonly parent: Workflow;
    readonly step: Step;
    readonly reads: readonly ResolvedRead[];
    readonly context: RuleContext;
  },
): [string, PassedProperty] {
  const { name, key, at } = property;
  const schema = describeMapped(property, { workflow: parent, step }, context);
  const from = key === inputRead ? undefined : key;
  const read = reads.find((declared) => declared.key === key);
  if (read === undefined || schema.kind !== 'known') {
    return [name, { alternatives: [], certain: true, from, at }];
  }
  const certain = !read.optional && schema.optionalAt.length === 0;
  return [name, { alternatives: schema.alternatives, certain, from, at }];
}

/** Without a map the child gets what the step reads: the properties of the input, and outputs under their keys. */
function merged(
  { key, optional, item }: ResolvedRead,
  { parent, context }: { readonly parent: Workflow; readonly context: RuleContext },
): [string, PassedProperty][] {
  if (key === inputRead) return inputProperties(parent, context);
  if (item !== undefined) {
    const alternatives = item.batch === 1 ? itemsOfMap(item, parent, context) : [];
    return [[key, { alternatives, certain: true, from: key }]];
  }
  return [[key, { alternatives: [schemasOf(key, parent, context)], certain: !optional, from: key }]];
}

function inputProperties({ input }: Workflow, { service }: RuleContext): [string, PassedProperty][] {
  const shape = objectShape(conjunctionOf([{ schema: input, root: input }], service.schemas) ?? []);
  const names = new Set([...shape.properties.keys(), ...shape.required]);
  return [...names].map((name) => [
    name,
    {
      alternatives: [shape.properties.get(name) ?? []],
      certain: shape.required.has(name),
      from: undefined,
    },
  ]);
}

/** What a step that reads a caught error is given. */
const caughtError: JsonSchema = {
  type: 'object',
  required: ['name', 'message', 'step'],
  properties: { name: { type: 'string' }, message: { type: 'string' }, step: { type: 'string' } },
};

function schemasOf(key: string, workflow: Workflow, context: RuleContext): LocatedSchema[] {
  const schema = schemaOf(key, workflow, context);
  return schema === undefined ? [] : [{ schema, root: schema }];
}

function schemaOf(
  key: string,
  workflow: Workflow,
  { documentSchemaOf }: RuleContext,
): JsonSchema | undefined {
  if (key === inputRead) return workflow.input;
  if (key === errorRead) return caughtError;
  const writer = allStepsOf(workflow).find((step) => outputOf(step)?.key === key);
  return outputSchemaOf(writer, documentSchemaOf);
}
