import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';
import { inputReaderName, publisherName } from '../names.js';
import { listOf, quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { fieldsOfAll, fieldsOfInner, fieldsOfType, jsonPathFields } from './asl-fields.js';

type Fields = Readonly<Record<string, unknown>>;

/** Names that states of a workflow have. */
export interface InnerNames {
  readonly steps: ReadonlySet<string>;
  /** Of the states inside others that were met before. */
  readonly inner: Set<string>;
}

interface Place {
  readonly at: Pointer;
  readonly names: InnerNames;
}

/** Fields that are text wherever they stand. */
const textFields = ['Resource', 'Comment', 'Label'];

/** Fields that a state of its type does not have, and those that it lacks. */
export function checkFields(
  state: Fields,
  { at }: Pick<Place, 'at'>,
  more: readonly string[] = [],
): Diagnostic[] {
  const { required = [], optional = [], oneOf = [] } = fieldsOfType[String(state.Type)] ?? {};
  const known = [...fieldsOfAll, ...required, ...optional, ...oneOf, ...more];
  const type = quote(state.Type);
  const unknown = Object.keys(state)
    .filter((field) => !known.includes(field))
    .map((field) => errorAt('asl-state', [...at, field], unknownField(field, type, known), 'key'));
  const missing = required
    .filter((field) => state[field] === undefined)
    .map((field) =>
      errorAt('asl-state', at, `A state of the type ${type} needs ${quote(field)}, which is missing.`, 'key'),
    );
  const notText = textFields
    .filter((field) => state[field] !== undefined && typeof state[field] !== 'string')
    .map((field) =>
      errorAt('asl-state', [...at, field], `${quote(field)} is ${quote(state[field])}. It should be text.`),
    );
  const given = oneOf.filter((field) => state[field] !== undefined);
  if (oneOf.length === 0 || given.length === 1) return [...unknown, ...missing, ...notText];
  const message = `A state of the type ${type} has either ${listOf(oneOf)}, and this one has ${given.length === 0 ? 'neither' : 'both'}.`;
  return [...unknown, ...missing, ...notText, errorAt('asl-state', at, message, 'key')];
}

function unknownField(field: string, type: string, known: readonly string[]): string {
  if (Object.hasOwn(jsonPathFields, field)) {
    return `${quote(field)} is of JSONPath, and states are in JSONata. ${quote(jsonPathFields[field])} takes what it says.`;
  }
  return `A state of the type ${type} has no field ${quote(field)}.${didYouMean(field, known)}`;
}

/** The states inside a state: of branches, or for each item. */
export function checkInner(state: Fields, { at, names }: Place): Diagnostic[] {
  if (state.Type === 'Parallel' && state.Branches !== undefined) {
    const place = [...at, 'Branches'];
    if (!Array.isArray(state.Branches) || state.Branches.length === 0) {
      return [errorAt('asl-state', place, '"Branches" should be a list of at least one branch.')];
    }
    return state.Branches.flatMap((branch: unknown, index) =>
      checkScope(branch, { at: [...place, index], names }),
    );
  }
  if (state.Type !== 'Map' || state.ItemProcessor === undefined) return [];
  return checkScope(state.ItemProcessor, { at: [...at, 'ItemProcessor'], names });
}

function checkScope(scope: unknown, { at, names }: Place): Diagnostic[] {
  const { StartAt: start, States: inner } = fieldsOf(scope);
  const states = Object.entries(fieldsOf(inner));
  if (states.length === 0) {
    return [errorAt('asl-state', at, '"States" should hold the inner states by name, at least one.')];
  }
  const targets = states.map(([name]) => name);
  return [
    ...checkTarget('StartAt', start, { at, targets }),
    ...states.flatMap(([name, state]) =>
      checkState(name, fieldsOf(state), { at: [...at, 'States', name], names, targets }),
    ),
  ];
}

function checkState(
  name: string,
  state: Fields,
  { at, names, targets }: Place & { readonly targets: readonly string[] },
): Diagnostic[] {
  const taken = takenBy(name, names);
  names.inner.add(name);
  const found =
    taken === undefined
      ? []
      : [errorAt('asl-state', at, `The inner state ${quote(name)} needs another name: ${taken}.`, 'key')];
  if (!Object.hasOwn(fieldsOfType, String(state.Type))) {
    const types = listOf(Object.keys(fieldsOfType));
    return [...found, errorAt('asl-state', at, `The "Type" of state ${quote(name)} may be ${types}.`, 'key')];
  }
  return [
    ...found,
    ...checkFields(state, { at }, fieldsOfInner),
    ...checkWay(name, state, { at, targets }),
    ...checkInner(state, { at, names }),
  ];
}

/** Where a state leads. What choices and catches name is left to Step Functions. */
function checkWay(
  name: string,
  state: Fields,
  place: { readonly at: Pointer; readonly targets: readonly string[] },
): Diagnostic[] {
  if (state.Next !== undefined) return checkTarget('Next', state.Next, place);
  if (state.End === true || ['Choice', 'Succeed', 'Fail'].includes(String(state.Type))) return [];
  const message = `State ${quote(name)} leads nowhere. It should have "Next" or "End: true".`;
  return [errorAt('asl-state', place.at, message, 'key')];
}

function checkTarget(
  field: string,
  target: unknown,
  { at, targets }: { readonly at: Pointer; readonly targets: readonly string[] },
): Diagnostic[] {
  if (typeof target === 'string' && targets.includes(target)) return [];
  if (target === undefined) {
    return [
      errorAt('asl-state', at, `"${field}" is missing. It should name one of the inner states.`, 'key'),
    ];
  }
  const message = `"${field}" is ${quote(target)}, which is none of the states beside it.${didYouMean(String(target), targets)}`;
  return [errorAt('asl-state', [...at, field], message)];
}

/** Step Functions wants every name but once in a state machine, inner states included. */
function takenBy(name: string, { steps, inner }: InnerNames): string | undefined {
  if (steps.has(name)) return 'a step has it';
  if (inner.has(name)) return 'another inner state of the workflow has it';
  const isGenerated =
    /^(load|store|wait for|end of) /.test(name) || [publisherName, inputReaderName].includes(name);
  return isGenerated ? 'generated states are named so' : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
