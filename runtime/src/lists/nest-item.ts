import type { ItemDefinition } from '../contract/definition.js';

/** A value as a schema of the whole sees it, and where the items stand in it, as a JSON pointer. */
export interface NestedItem {
  readonly whole: unknown;
  readonly place: string;
}

/**
 * Puts items where they stood, without all else: so the schema of the whole says what is wrong with them. What it says of places outside
 * of `place` means nothing. Of a list that a map has collected, each entry is a whole.
 */
export function nestItem({ of }: ItemDefinition, items: readonly unknown[]): readonly NestedItem[] {
  if ('item' in of) {
    const isWhole = !('item' in of.item.of) && of.item.of.collected !== undefined;
    return nestItem(of.item, [within(of.path, items)]).map(({ whole, place }) => ({
      whole,
      place: `${place}${isWhole ? '' : '/0'}${pointer(of.path)}`,
    }));
  }
  if (of.collected) return items.filter((item) => item !== null).map((whole) => ({ whole, place: '' }));
  return [{ whole: within(of.path, items), place: pointer(of.path) }];
}

function within(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

function pointer(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
