import type { StateMachine } from './types.js';

const placeholder = /^( *"FunctionName": )"\$\{([A-Za-z0-9]+)\}"/;

/**
 * The text of state-machine.asl. Only the placeholders of functions keep their `${`: everywhere else, which is the
 * user's text, it is written `\u0024{`, since the Serverless Framework and CloudFormation replace `${…}` wherever it stands.
 */
export function printStateMachine(machine: StateMachine): string {
  const lines = JSON.stringify(machine, undefined, 2).split('\n');
  const inert = lines.map((line) => (placeholder.test(line) ? line : line.replaceAll('${', '\\u0024{')));
  return `${inert.join('\n')}\n`;
}
