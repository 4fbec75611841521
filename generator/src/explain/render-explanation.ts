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

function verdict({ key, there, read, writer }: KeyExplanation, afterFailure: boolean): string {
  if (key === 'input') return `${read === 'no' ? 'may be read' : 'read'}: what the execution began with`;
  const begin = read === 'no' ? 'may be read' : 'read';
  if (afterFailure && writer === undefined) return `${begin}: the failure leaves it`;
  const origin = writer === undefined ? 'a catch leaves it' : `${writer} writes it`;
  switch (there) {
    case 'certain':
      return `${begin}: ${origin} on every path`;
    case 'possible':
      return `${begin} as "${key}?": ${origin}, not on every path`;
    case 'never':
      return `cannot be read: ${writer ?? 'a catch'} never comes before this step`;
  }
}

function pathsOf({ there, pathWith, pathWithout }: KeyExplanation): string[] {
  if (there === 'never') return [];
  return [
    ...(pathWith === undefined ? [] : [`with it:    ${shownPath(pathWith)}`]),
    ...(pathWithout === undefined ? [] : [`without it: ${shownPath(pathWithout)}`]),
  ];
}
