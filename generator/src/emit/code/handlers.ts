import type { Artifact } from '../../artifact.js';
import type { Step, TaskStep } from '../../model/service.js';
import { endpointNames, publisherName } from '../../names.js';
import { bodyPath, generatedPath, owned, type WorkflowContext } from '../emit-context.js';
import { importSpecifier } from '../layout.js';
import { definitionName, typeNames } from './identifiers.js';
import { literal } from './literal.js';

const endpointFactories = [
  [endpointNames.start, 'createStartHandler'],
  [endpointNames.status, 'createStatusHandler'],
  [endpointNames.document, 'createDocumentHandler'],
] as const;

/** `<workflow>/handlers/<name>.ts`: the entry of each Lambda function of a workflow. */
export function emitHandlers(context: WorkflowContext): readonly Artifact[] {
  const { workflow, flow } = context;
  const steps = workflow.steps.map((step) => stepHandler(context, step));
  const publisher = flow.separatePublisher
    ? [definedHandler(context, publisherName, 'createPublisherHandler')]
    : [];
  const endpoints = workflow.httpTriggers.length === 0 ? [] : endpointFactories;
  return [
    ...steps,
    ...publisher,
    ...endpoints.map(([name, factory]) =>
      handlerFile(context, name, {
        factory,
        imports: [`import { workflow } from '../workflow.js';`],
        arguments: 'workflow',
      }),
    ),
  ];
}

function stepHandler(context: WorkflowContext, step: Step): Artifact {
  if (step.kind === 'downstream') return definedHandler(context, step.name, 'createDownstreamHandler');
  const name = definitionName(step.name);
  const { body } = typeNames(step.name);
  const imports = [
    bodyImport(context, step),
    `import type { ${body} } from '../contract.js';`,
    definitionImport(step.name),
  ];
  return handlerFile(context, step.name, {
    factory: 'createStepHandler',
    types: `<${body}>`,
    imports,
    arguments: `${name}, run`,
  });
}

function definedHandler(context: WorkflowContext, name: string, factory: string): Artifact {
  const imports = [definitionImport(name)];
  return handlerFile(context, name, { factory, imports, arguments: definitionName(name) });
}

function definitionImport(step: string): string {
  return `import { ${definitionName(step)} } from ${literal(`../definitions/${step}.js`)};`;
}

function bodyImport(context: WorkflowContext, step: TaskStep): string {
  const handler = generatedPath(context.layout, `${context.workflow.name}/handlers/${step.name}.ts`);
  return `import { run } from ${literal(importSpecifier(handler, bodyPath(context, step)))};`;
}

function handlerFile(
  context: WorkflowContext,
  name: string,
  values: Readonly<Record<string, string | readonly string[]>>,
): Artifact {
  return owned(
    `${context.workflow.name}/handlers/${name}.ts`,
    context.render('handler', { types: '', ...values }),
  );
}
