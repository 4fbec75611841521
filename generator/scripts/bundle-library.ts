import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';

const generator = resolve(import.meta.dirname, '..');

/** Where the modules stand that pass libraries on. */
export const librariesFolder = join(generator, 'src/libraries');

/**
 * One of the modules of `src/libraries` with the library's code inside it, which spares each start the library's many files.
 * The licences stand at its head.
 */
export async function bundleLibrary(source: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(librariesFolder, source)],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    absWorkingDir: generator,
    // yaml asks the environment at each lexeme whether to log it.
    alias: { process: join(import.meta.dirname, 'silent-process.ts') },
  });
  const licences = packagesOf(Object.keys(metafile.inputs)).map(licenceOf);
  const head = [
    `/*\n${licences.join('\n\n')}\n*/`,
    "import { createRequire } from 'node:module';",
    'const require = createRequire(import.meta.url);',
  ];
  return `${head.join('\n')}\n${outputFiles[0]?.text ?? ''}`;
}

/** The folders of the packages that these files belong to. */
function packagesOf(files: readonly string[]): string[] {
  const folders = files.map((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

function licenceOf(folder: string): string {
  const path = join(generator, folder);
  const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`"${basename(folder)}" has no file with its licence.`);
  return `${basename(folder)}\n\n${readFileSync(join(path, file), 'utf8').trim().replaceAll('*/', '* /')}`;
}
