import { Substitution } from './substitution.js';
import type { StateMachine } from './types.js';

/**
 * The text of state-machine.asl. Only substitutions keep their `${`: in every other text, which may be the user's, it is
 * written `\u0024{`, since the Serverless Framework and CloudFormation replace `${…}` wherever it stands.
 */
export function printStateMachine(machine: StateMachine): string {
  return `${printValue(machine, '')}\n`;
}

/** As JSON.stringify with an indent of two spaces. */
function printValue(value: unknown, indent: string): string {
  if (value instanceof Substitution) return `"\${${value.name}}"`;
  if (typeof value !== 'object' || value === null) return inert(JSON.stringify(value));
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${printValue(item, inner)}`)
    : Object.entries(value)
        .filter(([, property]) => property !== undefined)
        .map(([name, property]) => `${inner}${inert(JSON.stringify(name))}: ${printValue(property, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function inert(text: string): string {
  return text.replaceAll('${', '\\u0024{');
}
