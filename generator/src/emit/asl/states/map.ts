import { signalText } from '../../../conditions/signals.js';
import { collectorSettings, itemListerSettings } from '../../../deployment/generated-functions.js';
import type { MapFlow } from '../../../model/flow.js';
import type { MapStep } from '../../../model/service.js';
import { collectorName, itemListerName } from '../../../names.js';
import { emitCatch } from '../catch.js';
import { generatedTask } from '../generated-task.js';
import { withSignals } from '../invocation.js';
import { iterationOfMap, iterationSource, runSettings } from '../iteration.js';
import { emitRetry } from '../retry.js';
import { lateBranches, withIterationSettling } from '../settling.js';
import { handsOverSignals, type StateContext, transitionTo } from '../state-context.js';
import { stateName } from '../state-name.js';
import { commentOf, expression } from '../text.js';
import type { FailState, MapState, State, States, TaskState } from '../types.js';

/** Whether a state stands before the one that has the map's name: it finds the list in the item of the map around. */
export function listsBefore(step: MapStep, context: Pick<StateContext, 'flow'>): boolean {
  return flowOfMap(step, context).source === 'item';
}

/** The state that runs the steps of a map for each item. */
export function emitMap(step: MapStep, context: StateContext): MapState {
  return mapState(flowOfMap(step, context), context);
}

/** The states around it: what finds its list, and what puts its outputs together. */
export function statesOfMap(step: MapStep, context: StateContext): readonly (readonly [string, State])[] {
  const map = flowOfMap(step, context);
  return [
    ...(map.source === 'item' ? [[itemListerName(step.name), itemLister(map, context)] as const] : []),
    ...(step.output === undefined ? [] : [[collectorName(step.name), collector(map, context)] as const]),
  ];
}

function flowOfMap({ name }: MapStep, { flow }: Pick<StateContext, 'flow'>): MapFlow {
  const map = flow.maps.get(name);
  if (map === undefined) throw new Error(`The map ${name} was not analysed.`);
  return map;
}

function itemLister({ step, count }: MapFlow, context: StateContext): TaskState {
  return generatedTask(context, {
    name: itemListerName(step.name),
    comment: `Finds the items of ${step.name}.`,
    // The list is another one in each iteration around, so that nothing of an earlier one may stay.
    output: withSignals(`{'${count.key}': $states.result.Payload.signals.\`${count.key}\`}`),
    timeout: itemListerSettings.timeout,
    transition: { Next: step.name },
    step,
  });
}

function mapState(map: MapFlow, context: StateContext): MapState {
  const { step, onLoop } = map;
  const { output, tolerate } = step;
  const data = onLoop ? `$merge([$states.input, {'visit': ${visitText}}])` : '$states.input';
  return {
    Type: 'Map',
    ...commentOf(step.description),
    ...iterationSource(map, context),
    ItemSelector: iterationOfMap(map, context),
    MaxConcurrency: step.concurrency,
    ...(tolerate?.kind === 'count' ? { ToleratedFailureCount: tolerate.count } : {}),
    ...(tolerate?.kind === 'percentage' ? { ToleratedFailurePercentage: tolerate.percentage } : {}),
    ItemProcessor: processor(step, context),
    ...runSettings(map, context),
    Output: expression(withIterationSettling(step, data)),
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, { ...context, more: lateBranches(step) }),
    ...(output === undefined ? transitionTo(context, step.next) : { Next: collectorName(step.name) }),
  };
}

/** The states of one iteration, and the one that says of a failure in which iteration it was. */
function processor(step: MapStep, context: StateContext): MapState['ItemProcessor'] {
  const onFailure = stateName(`end of a failed ${step.name}`);
  const scope = context.emitInner(step, `end of ${step.name}`, { mode: step.mode, onFailure });
  return {
    ProcessorConfig:
      step.mode === 'inline' ? { Mode: 'INLINE' } : { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...withFailure(scope, onFailure),
  };
}

function withFailure({ StartAt, States }: States, name: string): States {
  const isUsed = Object.values(States).some(
    (state) =>
      ('Next' in state && state.Next === name) ||
      ('Catch' in state && state.Catch?.some(({ Next }) => Next === name)),
  );
  return { StartAt, States: isUsed ? { ...States, [name]: failedIteration } : States };
}

/** Step Functions takes no longer cause than 32,768 characters; in one within another each quote is written twice. */
const longestCause = 20_000;

const failedIteration: FailState = {
  Type: 'Fail',
  Comment: 'Says which iteration has failed.',
  Error: expression("$exists($states.input.error.name) ? $states.input.error.name : ''"),
  Cause: expression(
    "$string({'iteration': $number($substring($states.input.iteration, -8)), 'step': $states.input.error.step, " +
      `'cause': $substring($states.input.error.cause, 0, ${longestCause})})`,
  ),
};

/** What is no longer needed behind the collector does not travel on. */
const withoutVisit = "$sift($states.input, function($value, $name) { $name != 'visit' })";
const visitText = "$replace($states.context.State.EnteredTime, /[-:]/, '')";

function collector({ step, count, onLoop }: MapFlow, context: StateContext): TaskState {
  const visit = onLoop ? ", 'visit': $states.input.visit" : '';
  const data = onLoop ? withoutVisit : '$states.input';
  const signals = "{'signals': $merge([$states.input.signals, $states.result.Payload.signals])}";
  return generatedTask(context, {
    name: collectorName(step.name),
    comment: `Puts the outputs of ${step.name} together.`,
    payload: { collect: expression(`{'items': ${signalText(count)}${visit}}`) },
    output: handsOverSignals(step.name, context.flow)
      ? expression(`$merge([${data}, ${signals}])`)
      : expression(data),
    timeout: collectorSettings.timeout,
    transition: transitionTo(context, step.next),
    step,
  });
}
