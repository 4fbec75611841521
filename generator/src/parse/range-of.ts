import type { Pointer } from '../diagnostic.js';
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode } from '../libraries/yaml.js';
import type { AliasTargets } from './alias-targets.js';
import { scalarOffsets } from './scalar-offsets.js';
import type { TextRange } from './source.js';

/** A key as the name that it stands for; `undefined` where it is a map or a list. */
export function keyText(key: unknown): string | undefined {
  if (key === null) return '';
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Where the value at a pointer, or its key, stands in the text; where there is none, the nearest thing around it. */
export function rangeOf(
  root: Node | null,
  { targets, text }: { readonly targets: AliasTargets; readonly text: string },
  { at, on, within }: Place,
): TextRange {
  let node = root;
  let key: Node | null = null;
  for (const segment of at) {
    const inside: Entry | undefined = entryOf(followed(node, targets), segment);
    // What the pointer names is not written out: the mark goes under the key of what surrounds it.
    if (inside === undefined) return markOf(node, key, isCollection(node) ? 'key' : 'value');
    ({ key, value: node } = inside);
  }
  const mark = markOf(node, key, on);
  return within === undefined || on === 'key' ? mark : partOf(node, { text, mark, within });
}

/** What of a spec is meant. */
interface Place {
  readonly at: Pointer;
  readonly on: 'key' | 'value';
  readonly within?: TextRange | undefined;
}

/** A part of a text; all of it where the part cannot be found. */
function partOf(
  node: Node | null,
  { text, mark, within }: { readonly text: string; readonly mark: TextRange; readonly within: TextRange },
): TextRange {
  if (!isScalar(node)) return mark;
  const offsets = scalarOffsets(text.slice(...mark), node);
  const [start, end] = within.map((offset) => offsets?.[offset]);
  return start === undefined || end === undefined ? mark : [mark[0] + start, mark[0] + end];
}

interface Entry {
  readonly key: Node | null;
  readonly value: Node | null;
}

function entryOf(node: Node | null, segment: string | number): Entry | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => keyText(item.key) === String(segment));
    return pair && { key: pair.key as Node | null, value: pair.value as Node | null };
  }
  if (isSeq(node) && typeof segment === 'number') {
    const item = node.items[segment];
    return item === undefined ? undefined : { key: null, value: item as Node };
  }
  return undefined;
}

function followed(node: Node | null, targets: AliasTargets): Node | null {
  return isAlias(node) ? (targets.get(node) ?? null) : node;
}

function isCollection(node: Node | null): boolean {
  return isMap(node) || isSeq(node);
}

function markOf(node: Node | null, key: Node | null, on: 'key' | 'value'): TextRange {
  const value = textOf(node);
  const name = textOf(key);
  if (on === 'key' || value === undefined) return name ?? value ?? [0, 0];
  // A block that spans lines is better shown by its key.
  const block = isCollection(node) && !(node as { flow?: boolean }).flow;
  return block && name !== undefined ? name : value;
}

/** The text of a node without what follows it; `undefined` where nothing is written. */
export function textOf(node: Node | null): TextRange | undefined {
  const range = (node as ParsedNode | null)?.range;
  return range && range[1] > range[0] ? [range[0], range[1]] : undefined;
}
