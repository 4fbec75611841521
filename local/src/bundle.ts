import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBundleOptions } from '@sfs3/runtime/bundle';
import {
  type BuildFailure,
  type BuildOptions,
  build,
  formatMessages,
  type Metafile,
  type Plugin,
} from 'esbuild';
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

/** The bundle of one function; its source map lies beside it, as `<path>.map`. */
export interface Bundle {
  /** Absolute path of the `.cjs` file. */
  readonly path: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  /** Absolute paths of all files that it was made from. */
  readonly inputs: readonly string[];
}

/** What is to be bundled. */
export interface BundleRequest {
  readonly functions: readonly LocalFunction[];
  readonly folder: string;
  /** Becomes part of the files' names, so that no build touches the bundles of another. */
  readonly generation: number;
}

/**
 * Bundles functions in one run of esbuild, by the options with which they are deployed.
 *
 * @returns the bundles by the functions' names; rejects with {@link BundleError}.
 */
export async function bundleFunctions(request: BundleRequest): Promise<ReadonlyMap<string, Bundle>> {
  const { functions, folder, generation } = request;
  const fileName = (fn: LocalFunction) => `${fn.name}.${generation}`;
  const { outputs } = await runEsbuild({
    ...createBundleOptions({
      entries: Object.fromEntries(functions.map((fn) => [fileName(fn), fn.entry])),
      outdir: folder,
    }),
    absWorkingDir: folder,
    plugins: [ownRuntime],
    // Beside the bundle, which stays byte for byte what is deployed; stacks are read with it.
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
  });
  const bundles = functions.map(async (fn): Promise<[string, Bundle]> => {
    const name = `${fileName(fn)}.cjs`;
    const path = join(folder, name);
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const inputs = Object.keys(outputs[name]?.inputs ?? {}).map((input) => resolve(folder, input));
    return [fn.name, { path, digest, inputs }];
  });
  return new Map(await Promise.all(bundles));
}

async function runEsbuild(options: BuildOptions & { metafile: true }): Promise<Metafile> {
  try {
    return (await build(options)).metafile;
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    const problems = await formatMessages(errors, { kind: 'error' });
    throw new BundleError(
      problems.map((problem) => problem.trim()),
      { cause: error },
    );
  }
}

/** A spec in a folder without packages of its own is served by the runtime that this package came with. */
const ownRuntime: Plugin = {
  name: 'own-runtime',
  setup(esbuild) {
    const here = dirname(fileURLToPath(import.meta.url));
    esbuild.onResolve(
      { filter: /^@sfs3\/runtime(?:\/|$)/ },
      async ({ path, kind, resolveDir, pluginData }) => {
        // The lookups below come through here again.
        if (pluginData === ownRuntime) return undefined;
        const theirs = await esbuild.resolve(path, { kind, resolveDir, pluginData: ownRuntime });
        return theirs.errors.length === 0
          ? theirs
          : esbuild.resolve(path, { kind, resolveDir: here, pluginData: ownRuntime });
      },
    );
  },
};
