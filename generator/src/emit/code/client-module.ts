import type { Artifact } from '../../artifact.js';
import { camelCase, pascalCase } from '../../names.js';
import { owned, type WorkflowContext } from '../emit-context.js';
import { NameScope, typeNames } from './identifiers.js';
import { literal, propertyName } from './literal.js';
import type { Render } from './render.js';
import { callbackSteps } from './workflow-modules.js';

/** `client.ts`: starts, answers and fetches the service's workflows, typed. */
export function emitClient(contexts: readonly WorkflowContext[], render: Render): Artifact {
  const scope = new NameScope('ConnectOptions', 'ServiceClient', 'Workflows');
  const workflows = contexts.map((context) => clientOf(context, scope));
  return owned(
    'client.ts',
    render('client', {
      imports: workflows.flatMap(({ imports }) => imports),
      members: workflows.flatMap(({ members }) => members),
      definitions: workflows.map(({ definition }) => definition).join(', '),
    }),
  );
}

interface ClientOfWorkflow {
  readonly imports: readonly string[];
  readonly members: readonly string[];
  readonly definition: string;
}

function clientOf(context: WorkflowContext, scope: NameScope): ClientOfWorkflow {
  const { name } = context.workflow;
  const types = scope.claim(pascalCase(name));
  const definition = scope.claim(camelCase(name));
  const imports = [
    `import type * as ${types} from ${literal(`./${name}/contract.js`)};`,
    `import { workflow as ${definition} } from ${literal(`./${name}/workflow.js`)};`,
  ];
  const fields = [
    `readonly input: ${types}.Input;`,
    `readonly document: ${types}.Document;`,
    ...contentsOf(context),
  ];
  const key = propertyName(name);
  const answers = answersOf(context, types);
  if (answers === undefined) {
    return { imports, members: typesOf(key, fields), definition: `${key}: ${definition}` };
  }
  const callbacks = scope.claim(`${camelCase(name)}Callbacks`);
  return {
    imports: [...imports, `import { callbacks as ${callbacks} } from ${literal(`./${name}/callbacks.js`)};`],
    members: typesOf(key, [...fields, ...answers]),
    definition: `${key}: { ...${definition}, callbacks: ${callbacks} }`,
  };
}

/** The keys of the outputs that are files. */
function contentsOf({ flow }: WorkflowContext): readonly string[] {
  const keys = flow.outputKeys.filter((key) => flow.contentOutputs.has(key));
  return keys.length === 0 ? [] : [`readonly contents: ${keys.map(literal).join(' | ')};`];
}

function typesOf(key: string, fields: readonly string[]): readonly string[] {
  return [`readonly ${key}: {`, ...fields.map((field) => `  ${field}`), '};'];
}

/** The types of the answers that the steps of a workflow wait for, by the names of the steps. */
function answersOf(context: WorkflowContext, types: string): readonly string[] | undefined {
  const answers = callbackSteps(context).map(({ name, output }) => {
    const type = output === undefined ? 'undefined' : `${types}.${typeNames(name).output}`;
    return `  readonly ${propertyName(name)}: ${type};`;
  });
  return answers.length === 0 ? undefined : ['readonly callbacks: {', ...answers, '};'];
}
