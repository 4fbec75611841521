import type { Diagnostic, Pointer } from '../diagnostic.js';
import { isNamePointer } from '../model/step-pointer.js';

type Container = Record<string | number, unknown>;

/** A copy of the spec in which what the diagnostics name is gone, as though it had not been written. Entries of lists keep their index. */
export function withoutFaults(spec: unknown, faults: readonly Pick<Diagnostic, 'at' | 'code'>[]): unknown {
  if (faults.length === 0) return spec;
  const copy: unknown = structuredClone(isMap(spec) ? spec : {});
  for (const { at, code } of faults) {
    // An unsafe name is still a name that others refer to, and what lacks a key has its other keys.
    if (code === 'unsafe-name' || code === 'missing-key' || at.length === 0) continue;
    remove(copy as Container, at);
  }
  return copy;
}

function remove(root: Container, at: Pointer): void {
  const last = at.at(-1) ?? '';
  let parent: unknown = root;
  for (const segment of at.slice(0, -1)) parent = (parent as Container | undefined)?.[segment];
  if (!isMap(parent) && !Array.isArray(parent)) return;
  // A workflow or a step that cannot be read is still one that others may name.
  const named = at[0] === 'workflows' && isNamePointer(at);
  if (named) (parent as Container)[last] = {};
  else delete (parent as Container)[last];
}

function isMap(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
