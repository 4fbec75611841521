import { fileURLToPath } from 'node:url';

/** What a build of Lambda bundles is made from. */
export interface BundleInput {
  /** Name of the bundle, without extension → path of its entry, which exports `handler`. */
  readonly entries: Readonly<Record<string, string>>;
  /** The folder that receives one `<name>.cjs` for each entry. */
  readonly outdir: string;
}

/** The part of esbuild's `BuildOptions` that is used here, spelt out so that this package needs no esbuild. */
export interface BundleOptions {
  entryPoints: Record<string, string>;
  outdir: string;
  bundle: true;
  write: true;
  platform: 'node';
  target: 'node20';
  format: 'cjs';
  outExtension: { '.js': '.cjs' };
  mainFields: ['module', 'main'];
  minify: true;
  keepNames: true;
  legalComments: 'none';
  logLevel: 'silent';
  alias: Record<string, string>;
}

/**
 * The esbuild options of every bundle, on AWS and on loopback alike: one CommonJS file for each entry.
 *
 * One module is replaced, in all code that a bundle holds: `@aws-sdk/credential-provider-node`, the search for
 * credentials that every SDK client has as its default. A Lambda function gets its credentials in the environment, so
 * the search through profiles, SSO, processes, containers and instance metadata is left out (some 118 kB before
 * compression). Whoever needs another source passes `credentials` to the client, or imports
 * `@aws-sdk/credential-providers`, which is not touched.
 *
 * @example
 * await esbuild.build(createBundleOptions({ entries: { 'step-a': 'handlers/step-a.ts' }, outdir: 'bundles' }));
 */
export function createBundleOptions(input: BundleInput): BundleOptions {
  return {
    entryPoints: { ...input.entries },
    outdir: input.outdir,
    bundle: true,
    write: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A folder whose package.json says `"type": "module"` does not change what a .cjs file is.
    outExtension: { '.js': '.cjs' },
    // The SDK's ES modules can be shaken, its CommonJS ones cannot.
    mainFields: ['module', 'main'],
    minify: true,
    // A body may name its errors by `this.constructor.name`, and Retry and Catch match that name.
    keepNames: true,
    legalComments: 'none',
    logLevel: 'silent',
    alias: {
      '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./lambda-credentials.js', import.meta.url)),
    },
  };
}
