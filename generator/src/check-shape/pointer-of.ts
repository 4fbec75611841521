import type { Pointer } from '../diagnostic.js';

/** The parts of a JSON pointer; indexes of lists become numbers. */
export function pointerOf(path: string, root: unknown): Pointer {
  let value: unknown = root;
  return path
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const segment = Array.isArray(value) ? Number(name) : name;
      value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[segment];
      return segment;
    });
}
