import type { Step } from '../../model/service.js';
import { pascalCase } from '../../names.js';
import type { PolicyStatement } from './types.js';

/** What the states of `asl` steps may do, as their `rights` say. Deployment variables in them are for the framework. */
export function aslStatements(steps: readonly Step[]): readonly PolicyStatement[] {
  return steps.flatMap((step) =>
    step.kind === 'asl'
      ? step.rights.map(({ actions, resources }, index) => ({
          Sid: `${pascalCase(step.name)}Right${index + 1}`,
          Effect: 'Allow' as const,
          Action: actions,
          Resource: resources,
        }))
      : [],
  );
}
