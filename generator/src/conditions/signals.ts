import type { Signal } from '../model/flow.js';
import type { OperandTree } from './tree.js';

/** The signal that an operand needs. */
export function signalOf({ key, path, measure }: Pick<OperandTree, 'key' | 'path' | 'measure'>): Signal {
  const place = path.map(safeName).join('.');
  return { key, path, measure, name: measure === 'value' ? place : `$${measure}(${place})` };
}

/** A signal as an expression of a state machine names it. */
export function signalText({ key, name }: Pick<Signal, 'key' | 'name'>): string {
  return `$states.input.signals.\`${key}\`.\`${name}\``;
}

/** A part of a path that cannot be taken for two, nor end a name in backticks. */
function safeName(part: string): string {
  const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return part.replace(/[^A-Za-z0-9_$-]|^_(?=_proto__$)/g, hex);
}
