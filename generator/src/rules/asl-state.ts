import { type Diagnostic, errorAt } from '../diagnostic.js';
import { isFunctionStep } from '../model/all-steps.js';
import { aslTypes, canFail, hasResult } from '../model/asl-state.js';
import type { AslStep } from '../model/service.js';
import { listOf, quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { fieldsOfStep, kindOfType } from './asl-fields.js';
import { checkFields, checkInner, type InnerNames } from './asl-inner.js';
import { allSteps, type Rule } from './rule.js';

/** States written out in Amazon States Language whose fields are not what such a state has, or are for the step to say. */
export const aslState: Rule = ({ service }) => {
  const taken = new Map<string, InnerNames>();
  return allSteps(service).flatMap(({ workflow, step }) => {
    const names: InnerNames = taken.get(workflow.name) ?? {
      steps: new Set(
        allSteps(service).flatMap((other) => (other.workflow === workflow ? other.step.name : [])),
      ),
      inner: new Set(),
    };
    taken.set(workflow.name, names);
    return step.kind === 'asl' ? checkStep(step, names) : [];
  });
};

function checkStep(step: AslStep, names: InnerNames): Diagnostic[] {
  const at = [...step.at, 'asl'];
  const wrongType = checkType(step);
  if (wrongType !== undefined) return [wrongType];
  const forStep = Object.keys(step.state)
    .filter((field) => Object.hasOwn(fieldsOfStep, field))
    .map((field) =>
      errorAt(
        'asl-state',
        [...at, field],
        `${quote(field)} cannot stand here. ${fieldsOfStep[field]}`,
        'key',
      ),
    );
  const state = Object.fromEntries(
    Object.entries(step.state).filter(([field]) => !Object.hasOwn(fieldsOfStep, field)),
  );
  return [...forStep, ...checkFields(state, { at }), ...checkInner(state, { at, names }), ...checkUse(step)];
}

function checkType({ name, at, state }: AslStep): Diagnostic | undefined {
  const { Type: type } = state;
  const place = [...at, 'asl'];
  const list = listOf(aslTypes);
  if (type === undefined) {
    const message = `The state of step ${quote(name)} has no "Type". It may be ${list}.`;
    return errorAt('asl-state', place, message, 'key');
  }
  if (aslTypes.some((known) => known === type)) return undefined;
  const kind = typeof type === 'string' && Object.hasOwn(kindOfType, type) ? kindOfType[type] : undefined;
  const right =
    kind === undefined
      ? `It may be ${list}.${didYouMean(String(type), aslTypes)}`
      : `A step of the kind ${quote(kind)} does that.`;
  return errorAt('asl-state', [...place, 'Type'], `"Type" is ${quote(type)}. ${right}`);
}

/** Keys of the step that its state has no use for. */
function checkUse(step: AslStep): Diagnostic[] {
  const { at, state, output, retry, catches } = step;
  const type = quote(state.Type);
  if (output !== undefined && !hasResult(state)) {
    const message = `A state of the type ${type} has no result that could be the step's output. It should have "Output", which says what is stored.`;
    return [errorAt('asl-state', [...at, 'asl'], message, 'key')];
  }
  if (output === undefined && state.Output !== undefined) {
    const message = `"Output" says what is stored, but step ${quote(step.name)} has "output: none". One of them should be left out.`;
    return [errorAt('asl-state', [...at, 'asl', 'Output'], message, 'key')];
  }
  if (canFail(state) || isFunctionStep(step)) return [];
  const useless = [
    ...(retry.rules.length > 0 || !retry.defaults ? ['retry'] : []),
    ...(catches.length > 0 ? ['catch'] : []),
  ];
  return useless.map((key) => {
    const message = `A state of the type ${type} cannot fail, so that ${quote(key)} is of no use. It should be left out.`;
    return errorAt('asl-state', [...at, key], message, 'key');
  });
}
