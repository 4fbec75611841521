import { errorRead } from '@sfs3/runtime/contract';
import { conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import type { LocatedSchema } from '../json-schema/references.js';
import { allStepsOf } from '../model/all-steps.js';
import { outputSchemaOf } from '../model/output-schema.js';
import type { DownstreamStep, JsonSchema, Step, Workflow } from '../model/service.js';
import { allSteps, type RuleContext } from './rule.js';

/** A property that a step passes to the workflow that it starts. */
export interface PassedProperty {
  /** What is known of its value; empty where any value may be. */
  readonly schemas: readonly LocatedSchema[];
  readonly certain: boolean;
  /** The output key that it comes from; `undefined` for a property of the input. */
  readonly from: string | undefined;
}

/** A step that starts a workflow of this file, with what it passes. */
export interface ChildStart {
  readonly parent: Workflow;
  readonly child: Workflow;
  readonly step: DownstreamStep;
  readonly passed: ReadonlyMap<string, PassedProperty>;
}

/** Every start of a workflow of this file whose data flow is known: the child gets what the step reads, merged. */
export function childStarts(context: RuleContext): ChildStart[] {
  const { service, flow, doubts } = context;
  return allSteps(service).flatMap(({ workflow: parent, step }) => {
    if (step.kind !== 'downstream' || step.target.kind !== 'local') return [];
    const { workflow: name } = step.target;
    const child = service.workflows.find((workflow) => workflow.name === name);
    const reads = flow.get(parent.name)?.steps.get(step.name)?.reads;
    if (child === undefined || reads === undefined) return [];
    if (doubts.workflows.has(parent.name) || doubts.workflows.has(name)) return [];
    const writers = new Map(allStepsOf(parent).map((writer) => [writer.name, writer]));
    const passed = new Map<string, PassedProperty>();
    for (const { key, optional, writer } of reads) {
      if (key === errorRead) {
        passed.set(key, {
          schemas: [{ schema: caughtError, root: caughtError }],
          certain: !optional,
          from: key,
        });
      } else if (writer === undefined) {
        for (const [property, value] of inputProperties(parent, context)) passed.set(property, value);
      } else {
        passed.set(key, { schemas: outputSchemas(writers.get(writer)), certain: !optional, from: key });
      }
    }
    return [{ parent, child, step, passed }];
  });
}

function inputProperties({ input }: Workflow, { service }: RuleContext): [string, PassedProperty][] {
  const shape = objectShape(conjunctionOf([{ schema: input, root: input }], service.schemas) ?? []);
  const names = new Set([...shape.properties.keys(), ...shape.required]);
  return [...names].map((name) => [
    name,
    { schemas: shape.properties.get(name) ?? [], certain: shape.required.has(name), from: undefined },
  ]);
}

/** What a step that reads a caught error is given. */
const caughtError: JsonSchema = {
  type: 'object',
  required: ['name', 'message', 'step'],
  properties: { name: { type: 'string' }, message: { type: 'string' }, step: { type: 'string' } },
};

function outputSchemas(step: Step | undefined): LocatedSchema[] {
  const schema = outputSchemaOf(step);
  return schema === undefined ? [] : [{ schema, root: schema }];
}
