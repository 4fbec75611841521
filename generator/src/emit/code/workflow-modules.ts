import type { Artifact } from '../../artifact.js';
import type { CallbackStep } from '../../model/service.js';
import { owned, type WorkflowContext } from '../emit-context.js';
import { contentsField, inputField, outputField, sensitiveField } from './definition-fields.js';
import { literal } from './literal.js';
import { ModuleImports } from './module-imports.js';

/** `<workflow>/output-keys.ts` and `<workflow>/workflow.ts`: what steps, endpoints, parents and clients know of a workflow. */
export function emitWorkflowModules(context: WorkflowContext): readonly Artifact[] {
  const { name } = context.workflow;
  const imports = new ModuleImports('workflow', `import { outputKeys } from './output-keys.js';`);
  const fields = [
    `workflow: ${literal(name)},`,
    ...inputField({ context, imports, folder: '.' }),
    'outputKeys,',
    ...sensitiveField(context),
    ...contentsField(context),
  ];
  const values = { type: 'WorkflowDefinition', name: 'workflow', imports: imports.lines, fields };
  return [
    owned(
      `${name}/output-keys.ts`,
      context.render('output-keys', { keys: context.flow.outputKeys.map(literal) }),
    ),
    owned(`${name}/workflow.ts`, context.render('definition', values)),
    ...emitCallbacks(context),
  ];
}

/** The steps of a workflow that wait for an answer. */
export function callbackSteps({ steps }: WorkflowContext): readonly CallbackStep[] {
  return steps.filter((step) => step.kind === 'callback');
}

/**
 * `<workflow>/callbacks.ts`: what clients know of the steps that wait for an answer; nothing where there are none. It is no
 * part of `workflow.ts`, so that the functions behind http need not carry the validators of answers.
 */
function emitCallbacks(context: WorkflowContext): readonly Artifact[] {
  const steps = callbackSteps(context);
  if (steps.length === 0) return [];
  const imports = new ModuleImports('callbacks');
  const place = { context, imports, folder: '.' } as const;
  const entries = steps.map((step) => [
    '{',
    `  step: ${literal(step.name)},`,
    ...outputField(step, place).map((line) => `  ${line}`),
    '},',
  ]);
  const values = { imports: imports.lines, lines: entries.flat() };
  return [owned(`${context.workflow.name}/callbacks.ts`, context.render('callbacks', values))];
}
