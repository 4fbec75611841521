import type { Artifact } from '../../artifact.js';
import type { MapFlow } from '../../model/flow.js';
import type { FunctionStep } from '../../model/service.js';
import {
  collectorName,
  endpointNames,
  inputReaderName,
  itemListerName,
  publisherName,
  uploadStartName,
} from '../../names.js';
import {
  bodyPath,
  generatedPath,
  hasBody,
  owned,
  type StepWithBody,
  type WorkflowContext,
} from '../emit-context.js';
import { importSpecifier } from '../layout.js';
import { definitionName, typeNames } from './identifiers.js';
import { literal } from './literal.js';
import { supportArgument, supportImports } from './step-support.js';

const endpointFactories = [
  [endpointNames.start, 'createStartHandler'],
  [endpointNames.status, 'createStatusHandler'],
  [endpointNames.document, 'createDocumentHandler'],
] as const;

const uploadFactories = [[uploadStartName, 'createUploadHandler']] as const;

const stepFactories: Record<FunctionStep['kind'], string> = {
  task: 'createStepHandler',
  callback: 'createCallbackHandler',
  downstream: 'createDownstreamHandler',
  asl: 'createAslHandler',
};

function factoryOf(step: FunctionStep): string {
  return step.kind === 'downstream' && step.wait ? 'createAwaitHandler' : stepFactories[step.kind];
}

/** `<workflow>/handlers/<name>.ts`: the entry of each Lambda function of a workflow. */
export function emitHandlers(context: WorkflowContext): readonly Artifact[] {
  const { workflow, flow } = context;
  const endpoints = workflow.httpTriggers.length === 0 ? [] : endpointFactories;
  const uploads = workflow.s3Triggers.length === 0 ? [] : uploadFactories;
  return [
    ...context.steps.map((step) =>
      hasBody(step) ? bodyHandler(context, step) : definedHandler(context, step.name, factoryOf(step), step),
    ),
    ...(flow.separateInputReader
      ? [definedHandler(context, inputReaderName, 'createInputReaderHandler')]
      : []),
    ...[...flow.maps.values()].flatMap((map) => mapHandlers(context, map)),
    ...(flow.separatePublisher ? [definedHandler(context, publisherName, 'createPublisherHandler')] : []),
    ...[...endpoints, ...uploads].map(([name, factory]) =>
      handlerFile(context, name, {
        factory,
        imports: [`import { workflow } from '../workflow.js';`],
        arguments: 'workflow',
      }),
    ),
  ];
}

function mapHandlers(context: WorkflowContext, { step, source }: MapFlow): readonly Artifact[] {
  const lister = itemListerName(step.name);
  const collector = collectorName(step.name);
  return [
    ...(source === 'item' ? [definedHandler(context, lister, 'createItemListerHandler')] : []),
    ...(step.output === undefined
      ? []
      : [
          definedHandler(context, collector, 'createCollectorHandler', {
            name: collector,
            output: step.output,
          }),
        ]),
  ];
}

function bodyHandler(context: WorkflowContext, step: StepWithBody): Artifact {
  const { body } = typeNames(step.name);
  const imports = [
    bodyImport(context, step),
    `import type { ${body} } from '../contract.js';`,
    definitionImport(step.name),
  ];
  return handlerFile(context, step.name, {
    factory: stepFactories[step.kind],
    support: supportImports(context, step),
    types: `<${body}>`,
    imports,
    arguments: [definitionName(step.name), 'run', ...supportArgument(context, step)].join(', '),
  });
}

function definedHandler(
  context: WorkflowContext,
  name: string,
  factory: string,
  worker: Parameters<typeof supportImports>[1] = { name },
): Artifact {
  return handlerFile(context, name, {
    factory,
    support: supportImports(context, worker),
    imports: [definitionImport(name)],
    arguments: [definitionName(name), ...supportArgument(context, worker)].join(', '),
  });
}

function definitionImport(step: string): string {
  return `import { ${definitionName(step)} } from ${literal(`../definitions/${step}.js`)};`;
}

function bodyImport(context: WorkflowContext, step: StepWithBody): string {
  const handler = generatedPath(context.layout, `${context.workflow.name}/handlers/${step.name}.ts`);
  return `import { run } from ${literal(importSpecifier(handler, bodyPath(context, step)))};`;
}

interface HandlerValues {
  readonly factory: string;
  /** What is imported from the runtime beside the factory. Default: nothing. */
  readonly support?: readonly string[];
  readonly types?: string;
  readonly imports: readonly string[];
  readonly arguments: string;
}

function handlerFile(
  context: WorkflowContext,
  name: string,
  { support = [], types = '', ...values }: HandlerValues,
): Artifact {
  const runtime = [...support, values.factory].join(', ');
  return owned(
    `${context.workflow.name}/handlers/${name}.ts`,
    context.render('handler', { types, runtime, ...values }),
  );
}
