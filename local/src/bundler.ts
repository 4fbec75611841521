import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { type Bundle, bundleFunctions } from './bundle.js';
import type { LocalFunction } from './service.js';

interface Built {
  readonly entry: string;
  readonly bundle: Bundle;
  /** The bundle and its inputs as they were when it had been made. */
  readonly fingerprint: string;
}

/** Bundles functions again and again, and only those whose files have changed since the last time. */
export class Bundler {
  readonly #folder: string;
  #built: ReadonlyMap<string, Built> = new Map();
  #generation = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bundles by the functions' names; rejects with `BundleError`, and then keeps what it had. */
  async bundle(functions: readonly LocalFunction[]): Promise<ReadonlyMap<string, Bundle>> {
    const before = fingerprints();
    const built = new Map<string, Built>();
    for (const fn of functions) {
      const known = this.#built.get(fn.name);
      if (known?.entry !== fn.entry || known.fingerprint !== (await before(known.bundle))) continue;
      built.set(fn.name, known);
    }
    const changed = functions.filter((fn) => !built.has(fn.name));
    if (changed.length > 0) {
      this.#generation += 1;
      const started = Date.now();
      const request = { functions: changed, folder: this.#folder, generation: this.#generation };
      const bundles = await bundleFunctions(request);
      const after = fingerprints(started);
      for (const { name, entry } of changed) {
        const bundle = bundles.get(name);
        if (bundle !== undefined) built.set(name, { entry, bundle, fingerprint: await after(bundle) });
      }
    }
    this.#built = built;
    return new Map([...built].map(([name, { bundle }]) => [name, bundle]));
  }

  /** Removes a bundle that no process will load any more. */
  async remove(path: string): Promise<void> {
    await Promise.all([rm(path, { force: true }), rm(`${path}.map`, { force: true })]);
  }
}

/**
 * Times and sizes of the files of a bundle; each file is looked at once, however many bundles hold it. An input that has been
 * written since `until` makes a fingerprint that no other equals: whether the bundle holds it or what it was is unknown.
 */
function fingerprints(until = Number.POSITIVE_INFINITY): (bundle: Bundle) => Promise<string> {
  const seen = new Map<string, Promise<string>>();
  const look = async (path: string, latest: number): Promise<string> => {
    try {
      const { mtimeMs, size } = await stat(path);
      return mtimeMs < latest ? `${mtimeMs}:${size}` : `written ${randomUUID()}`;
    } catch {
      return 'gone';
    }
  };
  const lookOnce = (path: string): Promise<string> => {
    const looking = seen.get(path) ?? look(path, until);
    seen.set(path, looking);
    return looking;
  };
  return async ({ path, inputs }) => {
    const states = [look(path, Number.POSITIVE_INFINITY), ...inputs.map(lookOnce)];
    return (await Promise.all(states)).join();
  };
}
