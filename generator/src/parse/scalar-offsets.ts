import type { Scalar } from '../libraries/yaml.js';

/**
 * For each character of a scalar's value, and for its end, where it stands in the scalar's text: quotes, escapes, folded lines and
 * indentation lie between. `undefined` where the two cannot be brought together.
 */
export function scalarOffsets(raw: string, { value, type }: Scalar): readonly number[] | undefined {
  if (typeof value !== 'string') return undefined;
  const offsets: number[] = [];
  let at = startOf(raw, type);
  while (offsets.length < value.length) {
    const expected = value[offsets.length] ?? '';
    const piece = pieceAt(raw, at, type);
    if (piece.length === 0) return undefined;
    if (piece.skip) {
      at += piece.length;
      continue;
    }
    const isSpace = /\s/.test(expected);
    if (piece.text === expected || (isSpace && /^\s/.test(piece.text))) {
      offsets.push(at);
      const rest = value[offsets.length] === '\n' ? /^\n[^\S\n]*/ : /^\s+/;
      // A line end stands for the indentation after it, too, and a fold for all the empty lines.
      at += isSpace && piece.text === '\n' ? (rest.exec(raw.slice(at))?.[0].length ?? 1) : piece.length;
    } else if (/^\s/.test(piece.text)) {
      at += piece.length;
    } else if (piece.escape) {
      // What an escape stands for is one character, or the two halves of one.
      const units = /^\\U/.test(raw.slice(at)) && (expected.codePointAt(0) ?? 0) >= 0xd800 ? 2 : 1;
      for (let unit = 0; unit < units; unit += 1) offsets.push(at);
      at += piece.length;
    } else {
      return undefined;
    }
  }
  return [...offsets, at];
}

interface Piece {
  readonly text: string;
  readonly length: number;
  readonly escape?: boolean;
  readonly skip?: boolean;
}

function startOf(raw: string, type: Scalar['type']): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 1;
  return type === 'PLAIN' ? 0 : raw.indexOf('\n') + 1;
}

function pieceAt(raw: string, at: number, type: Scalar['type']): Piece {
  const text = raw[at] ?? '';
  if (type === 'QUOTE_SINGLE' && raw.startsWith("''", at)) return { text, length: 2 };
  if (type !== 'QUOTE_DOUBLE' || text !== '\\') return { text, length: text.length };
  const continued = /^\\\r?\n\s*/.exec(raw.slice(at));
  if (continued !== null) return { text, length: continued[0].length, skip: true };
  const digits = { x: 2, u: 4, U: 8 }[raw[at + 1] ?? ''] ?? 0;
  return { text: `${text}${raw[at + 1] ?? ''}`, length: 2 + digits, escape: true };
}
