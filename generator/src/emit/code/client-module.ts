import type { Artifact } from '../../artifact.js';
import type { Service } from '../../model/service.js';
import { camelCase, pascalCase } from '../../names.js';
import { owned } from '../emit-context.js';
import { NameScope } from './identifiers.js';
import { literal, propertyName } from './literal.js';
import type { Render } from './render.js';

/** `client.ts`: starts and fetches the service's workflows, typed. */
export function emitClient(service: Service, render: Render): Artifact {
  const scope = new NameScope('ConnectOptions', 'ServiceClient', 'Workflows');
  const workflows = service.workflows.map(({ name }) => ({
    name,
    types: scope.claim(pascalCase(name)),
    definition: scope.claim(camelCase(name)),
  }));
  return owned(
    'client.ts',
    render('client', {
      imports: workflows.flatMap(({ name, types, definition }) => [
        `import type * as ${types} from ${literal(`./${name}/contract.js`)};`,
        `import { workflow as ${definition} } from ${literal(`./${name}/workflow.js`)};`,
      ]),
      members: workflows.map(
        ({ name, types }) =>
          `readonly ${propertyName(name)}: { readonly input: ${types}.Input; readonly document: ${types}.Document };`,
      ),
      definitions: workflows.map(({ name, definition }) => `${propertyName(name)}: ${definition}`).join(', '),
    }),
  );
}
