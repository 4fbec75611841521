import { createHash } from 'node:crypto';

/** Step Functions takes no longer name of a state. */
const longest = 80;

/** The name of a generated state: a text with a space in it, so that no step has it, cut where it is too long. */
export function stateName(text: string): string {
  if (text.length <= longest) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${text.slice(0, longest - digest.length - 1)} ${digest}`;
}
