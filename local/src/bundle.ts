import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBundleOptions } from '@sfs3/runtime/bundle';
import { type BuildFailure, build, formatMessages, type Plugin } from 'esbuild';
import type { LocalFunction } from './service.js';

/** Thrown where the functions cannot be bundled: a syntax error or a missing module in an entry or in what it imports. */
export class BundleError extends Error {
  override readonly name = 'BundleError' as const;
  /** One problem each, with file, line, column and the line of code. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`The functions cannot be bundled.\n${problems.join('\n')}`, options);
    this.problems = problems;
  }
}

/** The bundle of one function. */
export interface Bundle {
  /** Absolute path of the `.cjs` file. */
  readonly path: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

/** What is to be bundled. */
export interface BundleRequest {
  readonly functions: readonly LocalFunction[];
  readonly folder: string;
  /** Becomes part of the files' names, so that no build touches the bundles of another. */
  readonly generation: number;
}

/**
 * Bundles all functions in one run of esbuild, by the options with which they are deployed.
 *
 * @returns the bundles by the functions' names; rejects with {@link BundleError}.
 */
export async function bundleFunctions(request: BundleRequest): Promise<ReadonlyMap<string, Bundle>> {
  const { functions, folder, generation } = request;
  const fileName = (fn: LocalFunction) => `${fn.name}.${generation}`;
  const entries = Object.fromEntries(functions.map((fn) => [fileName(fn), fn.entry]));
  try {
    await build({ ...createBundleOptions({ entries, outdir: folder }), plugins: [ownRuntime] });
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    const problems = await formatMessages(errors, { kind: 'error' });
    throw new BundleError(
      problems.map((problem) => problem.trim()),
      { cause: error },
    );
  }
  const bundles = functions.map(async (fn): Promise<[string, Bundle]> => {
    const path = join(folder, `${fileName(fn)}.cjs`);
    return [
      fn.name,
      {
        path,
        digest: createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      },
    ];
  });
  return new Map(await Promise.all(bundles));
}

/** A spec in a folder without packages of its own is served by the runtime that this package came with. */
const ownRuntime: Plugin = {
  name: 'own-runtime',
  setup({ onResolve, resolve }) {
    const here = dirname(fileURLToPath(import.meta.url));
    onResolve({ filter: /^@sfs3\/runtime(?:\/|$)/ }, async ({ path, kind, resolveDir, pluginData }) => {
      // The lookups below come through here again.
      if (pluginData === ownRuntime) return undefined;
      const theirs = await resolve(path, { kind, resolveDir, pluginData: ownRuntime });
      return theirs.errors.length === 0
        ? theirs
        : resolve(path, { kind, resolveDir: here, pluginData: ownRuntime });
    });
  },
};
