import { createRequire } from 'node:module';
import type jsonata from 'jsonata';
import { printable } from '../quote.js';
import { ExpressionProblem, type Problem } from './problem.js';

/** A node of the tree that JSONata's parser makes; what else it has depends on its type. */
export interface SyntaxNode {
  readonly type: string;
  readonly value?: unknown;
  /** Offset behind the token. */
  readonly position?: number;
  readonly [property: string]: unknown;
}

let loaded: typeof jsonata | undefined;

/** What JSONata's own parser makes of a source. It is loaded when the first expression comes by: most specs have none. */
export function parseExpression(source: string): SyntaxNode {
  loaded ??= createRequire(import.meta.url)('jsonata') as typeof jsonata;
  try {
    return loaded(source).ast() as unknown as SyntaxNode;
  } catch (error) {
    throw new ExpressionProblem(syntaxProblem(source, error as jsonata.JsonataError));
  }
}

function syntaxProblem(source: string, { message, position, token }: Partial<jsonata.JsonataError>): Problem {
  const end = Math.min(position ?? source.length, source.length);
  const length = token === undefined || token === '(end)' ? 1 : String(token).length;
  const reason = printable(lowerFirst(message ?? 'it cannot be read')).replace(/\.$/, '');
  return {
    code: 'expression-syntax',
    message: `This is not JSONata: ${reason}.`,
    range: [Math.max(0, end - length), Math.max(1, end)],
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
