import { namedStepsOf, outputOf } from '../model/all-steps.js';
import type { Service } from '../model/service.js';
import type { PlacedSchema } from './subschemas.js';

/** Every schema that is written out in a spec: the shared ones, the inputs and the outputs. */
export function serviceSchemas(service: Service): PlacedSchema[] {
  const shared = Object.entries(service.schemas).map(([name, schema]) => ({ schema, at: ['schemas', name] }));
  const others = service.workflows.flatMap((workflow) => [
    { schema: workflow.input, at: [...workflow.at, 'input'] },
    ...namedStepsOf(workflow).flatMap((step) => {
      const schema = outputOf(step)?.schema;
      return schema === undefined ? [] : [{ schema, at: [...step.at, 'output', 'schema'] }];
    }),
  ]);
  return [...shared, ...others];
}
