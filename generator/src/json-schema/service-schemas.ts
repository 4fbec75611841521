import type { Service } from '../model/service.js';
import type { PlacedSchema } from './subschemas.js';

/** Every schema that is written out in a spec: the shared ones, the inputs and the outputs. */
export function serviceSchemas(service: Service): PlacedSchema[] {
  const shared = Object.entries(service.schemas).map(([name, schema]) => ({ schema, at: ['schemas', name] }));
  const others = service.workflows.flatMap(({ at, input, steps }) => [
    { schema: input, at: [...at, 'input'] },
    ...steps.flatMap((step) =>
      step.output?.schema === undefined
        ? []
        : [{ schema: step.output.schema, at: [...step.at, 'output', 'schema'] }],
    ),
  ]);
  return [...shared, ...others];
}
