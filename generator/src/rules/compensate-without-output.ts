import { type Diagnostic, errorAt } from '../diagnostic.js';
import { compensateOf, outputOf } from '../model/all-steps.js';
import { quote } from '../quote.js';
import { allSteps, type Rule, type RuleContext } from './rule.js';

/** Compensated steps that write nothing: their output is what tells whether they were done. */
export const compensateWithoutOutput: Rule = (context) => [
  ...silentSteps(context),
  ...silentCompensations(context),
];

function silentSteps({ service }: RuleContext): Diagnostic[] {
  return allSteps(service)
    .filter(({ step }) => compensateOf(step) !== undefined && outputOf(step) === undefined)
    .map(({ step }) => {
      const message = `Step ${quote(step.name)} has a compensation, but writes no output, which tells whether there is something to undo. It should write one.`;
      return errorAt('compensate-without-output', [...step.at, 'output'], message);
    });
}

/** What undoes the iterations of a map must remember which of them are undone: its time may be over before all are. */
function silentCompensations({ flow }: RuleContext): Diagnostic[] {
  return [...flow.values()].flatMap(({ failureChain, steps }) =>
    failureChain.flatMap(({ task, undoes }) => {
      const map = steps.get(task.name)?.maps.at(-1);
      if (map === undefined || undoes === undefined || task.output !== undefined) return [];
      const message = `Compensation ${quote(task.name)} undoes step ${quote(undoes.step)} of map ${quote(map.name)} iteration by iteration, and writes no output, which tells which of them are undone. It should write one.`;
      return [errorAt('compensate-without-output', [...task.at, 'output'], message)];
    }),
  );
}
