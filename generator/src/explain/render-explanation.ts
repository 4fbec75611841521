import { inputRead, uploadRead } from '@sfs3/runtime/contract';
import { shownPath } from '../analyse/missing-write.js';
import type { KeyExplanation, StepExplanation } from './explain-step.js';

/** An explanation as text: how the step is reached, then for each key whether it may be read, and why. */
export function renderExplanation(explanation: StepExplanation): string {
  const { compensation, path, keys } = explanation;
  const width = Math.max(...keys.map(({ key }) => key.length));
  const indent = ' '.repeat(width + 4);
  const lines = keys.flatMap((key) => [
    `  ${key.key.padEnd(width)}  ${verdict(key, compensation !== undefined)}`,
    ...pathsOf(key).map((line) => `${indent}${line}`),
  ]);
  return [headingOf(explanation), `reached by: ${shownPath(path)}`, '', ...lines, ''].join('\n');
}

function headingOf({ workflow, step, compensation }: StepExplanation): string {
  if (compensation === undefined) return `Step ${step} of ${workflow}`;
  const { undoes } = compensation;
  return `Compensation ${step} of ${workflow}, ${undoes === undefined ? 'run after every failure' : `undoes ${undoes}`}`;
}

function verdict(explanation: KeyExplanation, afterFailure: boolean): string {
  const { key, there, read, writer, item } = explanation;
  const verb = read === 'no' ? 'may be read' : 'read';
  const begin = there === 'possible' ? `${verb} as "${key}?"` : verb;
  if (item !== undefined && there === 'never') {
    return `cannot be read: a later round of the loop replaces the list of ${item.map}`;
  }
  const given = givenOf(explanation);
  if (given !== undefined) return `${begin}: ${given}`;
  if (afterFailure && writer === undefined) return `${verb}: the failure leaves it`;
  const origin = writer === undefined ? 'a catch leaves it' : `${writer} writes it`;
  switch (there) {
    case 'certain':
      return `${begin}: ${origin} on every path`;
    case 'possible':
      return `${begin}: ${origin}, not on every path`;
    case 'never':
      return `cannot be read: ${writer ?? 'a catch'} never comes before this step`;
  }
}

/** What a key is that no step writes and no catch leaves. */
function givenOf({ key, there, item, writer }: KeyExplanation): string | undefined {
  if (key === inputRead) return 'what the execution began with';
  if (item?.batched) return `the items of ${item.map} that it works on`;
  if (item !== undefined) return `the item of ${item.map} that it works on`;
  // An output may have the key where no upload starts the workflow.
  if (key !== uploadRead || writer !== undefined) return undefined;
  return there === 'certain' ? 'the file that was uploaded' : 'the file that was uploaded, where one was';
}

function pathsOf({ there, pathWith, pathWithout }: KeyExplanation): string[] {
  if (there === 'never') return [];
  return [
    ...(pathWith === undefined ? [] : [`with it:    ${shownPath(pathWith)}`]),
    ...(pathWithout === undefined ? [] : [`without it: ${shownPath(pathWithout)}`]),
  ];
}
