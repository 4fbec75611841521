import type { DownstreamStep } from '../../model/service.js';
import { typeNames } from '../code/identifiers.js';
import { docComment, literal } from '../code/literal.js';
import type { WorkflowContext } from '../emit-context.js';

/** The outputs of the steps that wait for a child: who it is, and its document as the child's own contract has it. */
export function awaitedTypes(context: WorkflowContext, all: readonly WorkflowContext[]): readonly string[] {
  return context.steps.flatMap((step) => {
    if (step.kind !== 'downstream' || !step.wait || step.output === undefined) return [];
    const comment = docComment(`What step ${step.name} writes, under the key ${step.output.key}.`);
    const members = [
      '  /** ARN of the execution that was started. */\n  downstreamExecutionArn: string;',
      '  /** Its transaction id, which is the key of its document. */\n  processData: string;',
      `  /** Its document. */\n  document: ${documentOf(step, all)};`,
    ];
    return [`${comment}export type ${typeNames(step.name).output} = {\n${members.join('\n')}\n};\n`];
  });
}

function documentOf({ target }: DownstreamStep, all: readonly WorkflowContext[]): string {
  if (target.kind !== 'local') return 'JsonObject';
  const type = `import(${literal(`../${target.workflow}/contract.js`)}).Document`;
  const child = all.find(({ workflow }) => workflow.name === target.workflow);
  // In a document that nobody published stands nothing in the place of a sensitive output.
  const isPartial = child?.workflow.document.publish === 'none' && child.flow.sensitiveOutputs.size > 0;
  return isPartial ? `Partial<${type}>` : type;
}
