import { signalText } from '../../conditions/signals.js';
import type { MapFlow } from '../../model/flow.js';
import { bucketSubstitution } from '../../names.js';
import { executionOf } from './invocation.js';
import type { StateContext } from './state-context.js';
import { Substitution } from './substitution.js';
import { expression } from './text.js';
import type { MapState } from './types.js';

/** The numbers of the iterations; of a distributed map, the object that says which items are whose. */
export function iterationSource(map: MapFlow, context: StateContext): Pick<MapState, 'Items' | 'ItemReader'> {
  const { step, count } = map;
  if (step.mode === 'inline') {
    const items = signalText(count);
    const iterations = step.batch === 1 ? items : `$ceil(${items} / ${step.batch})`;
    return { Items: expression(`[0..${iterations} - 1]`) };
  }
  return {
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Arguments: {
        Bucket: new Substitution(bucketSubstitution),
        Key: expression(
          `'items/${context.workflow.name}/' & $states.input.processData & '/${step.name}'${placeOfList(map)}`,
        ),
      },
    },
  };
}

/** The iteration in which the list lies, where it lies in one, as the end of a key. */
function placeOfList({ listMaps, around }: MapFlow): string {
  const depth = listMaps.length;
  if (depth === 0) return '';
  if (depth === around.length) return " & '/' & $states.input.iteration";
  return ` & '/' & $join($split($states.input.iteration, '/')[[0..${depth - 1}]], '/')`;
}

/** The data of one iteration: that of the map, and which iteration it is. */
export function iterationOfMap({ step, around, onLoop }: MapFlow, context: StateContext): string {
  const outer = around.length === 0 ? '' : "$states.input.iteration & '/' & ";
  const visit = onLoop ? "$replace($states.context.State.EnteredTime, /[-:]/, '') & '-' & " : '';
  const number = "$pad($string($states.context.Map.Item.Index), -8, '0')";
  const fields = [`'iteration': ${outer}${visit}${number}`];
  if (step.mode === 'distributed') {
    fields.push(
      `'execution': ${executionOf(context)}`,
      `'items': $merge([$states.input.items, {'${step.name}': $states.context.Map.Item.Value}])`,
    );
  }
  return expression(`$merge([$states.input, {${fields.join(', ')}}])`);
}

/** Where a distributed map writes which of its executions have failed, and how. */
export function runSettings({ step }: MapFlow, { workflow }: StateContext): Pick<MapState, 'ResultWriter'> {
  if (step.mode === 'inline') return {};
  return {
    ResultWriter: {
      Resource: 'arn:aws:states:::s3:putObject',
      Arguments: {
        Bucket: new Substitution(bucketSubstitution),
        Prefix: expression(`'runs/${workflow.name}/' & $states.input.processData & '/${step.name}'`),
      },
      WriterConfig: { Transformation: 'COMPACT', OutputType: 'JSON' },
    },
  };
}
