import type { DownstreamStep } from '../../model/service.js';
import type { WorkflowContext } from '../emit-context.js';

/** What the state machine of a workflow may do beside invoking its functions: lines of Markdown, none where that is nothing. */
export function machineRights({ flow }: WorkflowContext): readonly string[] {
  const rights = flow.allSteps.flatMap((step) => {
    if (step.kind === 'downstream' && step.wait) {
      return [`- for ${step.name}: start, follow and stop executions of ${childOf(step)}`];
    }
    return step.kind === 'asl'
      ? step.rights.map((right) => `- for ${step.name}: ${codes(right.actions)} on ${codes(right.resources)}`)
      : [];
  });
  return rights.length === 0
    ? []
    : ['', 'Beside invoking its functions, its state machine may:', '', ...rights];
}

function childOf({ target }: DownstreamStep): string {
  if (target.kind === 'arn') return 'another state machine';
  return target.kind === 'local' ? target.workflow : `${target.workflow} of ${target.service}`;
}

/** Texts as code. Neither actions nor ARNs hold white space; what could end the code is taken out. */
function codes(texts: readonly string[]): string {
  return texts.map((text) => `\`${text.replaceAll('`', '')}\``).join(', ');
}
