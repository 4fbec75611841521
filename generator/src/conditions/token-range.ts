import type { TextRange } from '../parse/source.js';
import type { SyntaxNode } from './parse-expression.js';

/** Where the token of a node stands; the parser tells its end only. */
export function tokenRange(source: string, { type, value, position }: SyntaxNode): TextRange {
  const end = Math.min(position ?? 0, source.length);
  const before = source.slice(0, end);
  const quote = before.at(-1) ?? '';
  if (type === 'string' || (type === 'name' && (quote === '"' || quote === "'"))) {
    return [openingQuote(before, quote), end];
  }
  if (type === 'name' && quote === '`') return [before.lastIndexOf('`', end - 2), end];
  if (type === 'number') return [/(\d+(\.\d+)?([eE][-+]?\d+)?)?$/.exec(before)?.index ?? end - 1, end];
  const length = value === undefined ? 1 : String(value).length + (type === 'variable' ? 1 : 0);
  return [Math.max(0, end - length), end];
}

function openingQuote(before: string, quote: string): number {
  for (let at = before.length - 2; at >= 0; at -= 1) {
    const escapes = /\\*$/.exec(before.slice(0, at))?.[0].length ?? 0;
    if (before[at] === quote && escapes % 2 === 0) return at;
  }
  return 0;
}
