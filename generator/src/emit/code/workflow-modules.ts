import { inputRead } from '@sfs3/runtime/contract';
import type { Artifact } from '../../artifact.js';
import { hasInputSchema, owned, type WorkflowContext } from '../emit-context.js';
import { literal } from './literal.js';

/** `<workflow>/output-keys.ts` and `<workflow>/workflow.ts`: what steps, endpoints, parents and clients know of a workflow. */
export function emitWorkflowModules(context: WorkflowContext): readonly Artifact[] {
  const { workflow, flow } = context;
  const withInput = hasInputSchema(workflow.input);
  const imports = [
    `import { outputKeys } from './output-keys.js';`,
    ...(withInput ? [`import { schema as inputSchema } from './validators/${inputRead}.js';`] : []),
  ];
  const fields = [
    `workflow: ${literal(workflow.name)},`,
    ...(withInput ? ['input: inputSchema,'] : []),
    'outputKeys,',
  ];
  return [
    owned(
      `${workflow.name}/output-keys.ts`,
      context.render('output-keys', { keys: flow.outputKeys.map(literal) }),
    ),
    owned(
      `${workflow.name}/workflow.ts`,
      context.render('definition', { type: 'WorkflowDefinition', name: 'workflow', imports, fields }),
    ),
  ];
}
