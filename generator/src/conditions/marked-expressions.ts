import type { Pointer } from '../diagnostic.js';
import { parseExpression } from './parse-expression.js';
import { ExpressionProblem, type Problem } from './problem.js';

/** What is wrong with an expression, and in which text. */
export interface MarkedProblem extends Problem {
  readonly at: Pointer;
}

/** Fields of a state whose text Step Functions takes as it stands. */
const literal: ReadonlySet<string> = new Set(['Comment']);

/**
 * Looks through a value for texts that Step Functions evaluates, `{% … %}`, and tells which are not JSONata.
 *
 * @param at Where the value stands.
 */
export function markedProblems(value: unknown, at: Pointer): MarkedProblem[] {
  if (typeof value === 'string') return problemsOf(value).map((problem) => ({ ...problem, at }));
  if (Array.isArray(value)) return value.flatMap((item, index) => markedProblems(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    literal.has(name) ? [] : markedProblems(inner, [...at, name]),
  );
}

const opening = '{%';
const closing = '%}';

function problemsOf(text: string): Problem[] {
  const [opens, closes] = [text.startsWith(opening), text.endsWith(closing)];
  if (!opens && !closes) return [];
  if (!opens || !closes || text.length < opening.length + closing.length) {
    const mark = opens ? opening : closing;
    const other = opens ? `end with "${closing}"` : `begin with "${opening}"`;
    const start = opens ? 0 : text.length - closing.length;
    const message = `The text has "${mark}" but does not ${other}. An expression has both, and other text neither.`;
    return [{ code: 'expression-syntax', message, range: [start, start + mark.length] }];
  }
  try {
    parseExpression(text.slice(opening.length, -closing.length));
    return [];
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    const { range, ...problem } = error.problem;
    return [{ ...problem, range: [range[0] + opening.length, range[1] + opening.length] }];
  }
}
