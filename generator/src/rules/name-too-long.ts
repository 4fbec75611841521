import { type Diagnostic, errorAt } from '../diagnostic.js';
import { isFunctionStep, namedStepsOf } from '../model/all-steps.js';
import type { Service, Workflow } from '../model/service.js';
import { nounOf } from '../model/step-pointer.js';
import { functionName, stateMachineName } from '../names.js';
import { quote } from '../quote.js';
import { generatedFunctions } from './generated-functions.js';
import type { Rule } from './rule.js';

const longestFunction = 64;
const longestMachine = 80;
const longestState = 80;

/**
 * AWS limits the names that are made of service, stage, workflow and step.
 * Sources: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html,
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html,
 * https://states-language.net/spec.html (names of states)
 */
export const nameTooLong: Rule = ({ service, flow }) =>
  service.workflows.flatMap((workflow) =>
    checkWorkflow(service, workflow, generatedFunctions(workflow, flow)),
  );

function checkWorkflow(service: Service, workflow: Workflow, generated: readonly string[]): Diagnostic[] {
  const { name, at } = workflow;
  const machine = stateMachineName(name, service.stage);
  if (machine.length > longestMachine) {
    return [
      tooLong(`The state machine of workflow ${quote(name)}`, machine, {
        at,
        limit: longestMachine,
        by: 'Step Functions',
      }),
    ];
  }
  const own = (step: string): string => functionName(service.name, service.stage, name, step);
  // Even the shortest step is too long where the rest of the name fills the limit.
  const always = generated.reduce((longest, other) => (other.length > longest.length ? other : longest), 'x');
  if (own(always).length > longestFunction) {
    return [
      tooLong(`A function of workflow ${quote(name)}`, own(always), {
        at,
        limit: longestFunction,
        by: 'Lambda',
      }),
    ];
  }
  return namedStepsOf(workflow).flatMap((step) => {
    const name = isFunctionStep(step) ? own(step.name) : step.name;
    const [subject, limit, by] = isFunctionStep(step)
      ? ['The function', longestFunction, 'Lambda']
      : ['The state', longestState, 'Step Functions'];
    if (name.length <= limit) return [];
    return [
      tooLong(`${subject} of ${nounOf(step.at).toLowerCase()} ${quote(step.name)}`, name, {
        at: step.at,
        limit,
        by,
      }),
    ];
  });
}

function tooLong(
  subject: string,
  name: string,
  { at, limit, by }: { readonly at: Diagnostic['at']; readonly limit: number; readonly by: string },
): Diagnostic {
  const message = `${subject} would be named ${quote(name)}, which has ${name.length} characters. ${by} allows ${limit}.`;
  return errorAt('name-too-long', at, message, 'key');
}
