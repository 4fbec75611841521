import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { listOf, quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { OperandSchema } from './describe-operand.js';

/** Says that a path leads to a property that no schema has. */
export function unknownPropertyMessage(
  { key, path }: { readonly key: string; readonly path: readonly string[] },
  { index, known }: Extract<OperandSchema, { kind: 'unknown' }>,
): string {
  const inside = index === 0 ? '' : ` in ${quote(path.slice(0, index).join('.'))}`;
  const name = path[index] ?? '';
  const near = didYouMean(name, known);
  const others = known.length === 0 || near !== '' ? near : ` Known are ${listOf(known, 'and')}.`;
  return `The schema of ${ownerOf(key)} has no ${quote(name)}${inside}.${others}`;
}

function ownerOf(key: string): string {
  if (key === inputRead) return 'the input';
  return key === errorRead ? 'the error' : `output ${quote(key)}`;
}
