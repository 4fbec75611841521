import { shownPath } from '../analyse/missing-write.js';
import type { KeyExplanation, StepExplanation } from './explain-step.js';

/** An explanation as text: how the step is reached, then for each key whether it may be read, and why. */
export function renderExplanation({ workflow, step, path, keys }: StepExplanation): string {
  const width = Math.max(...keys.map(({ key }) => key.length));
  const indent = ' '.repeat(width + 4);
  const lines = keys.flatMap((key) => [
    `  ${key.key.padEnd(width)}  ${verdict(key)}`,
    ...pathsOf(key).map((line) => `${indent}${line}`),
  ]);
  return [`Step ${step} of ${workflow}`, `reached by: ${shownPath(path)}`, '', ...lines, ''].join('\n');
}

function verdict({ key, there, read, writer }: KeyExplanation): string {
  if (key === 'input') return `${read === 'no' ? 'may be read' : 'read'}: what the execution began with`;
  const begin = read === 'no' ? 'may be read' : 'read';
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
