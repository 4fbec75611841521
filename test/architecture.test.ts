import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const packages = ['runtime', 'client', 'generator', 'local', 'cli'] as const;
type Package = (typeof packages)[number];

/** Which of our own packages each one may import. */
const mayImport: Record<Package, readonly string[]> = {
  runtime: [],
  client: ['@sfs3/runtime'],
  generator: ['@sfs3/runtime'],
  local: ['@sfs3/runtime'],
  cli: ['@sfs3/client', '@sfs3/generator', '@sfs3/local', '@sfs3/runtime'],
};

/** Dependencies that have one home, or one in each of two packages: only files below it may import them. */
const homes: Readonly<Record<string, string | readonly string[]>> = {
  yaml: 'generator/src/libraries/',
  ajv: 'generator/src/libraries/',
  handlebars: 'generator/src/libraries/',
  'json-schema-to-typescript': 'generator/src/',
  esbuild: 'local/src/',
  jsonata: ['local/src/states/', 'generator/src/conditions/'],
  commander: 'cli/src/',
  chokidar: 'cli/src/',
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'"\n]*?(?:\n[^'"]*?)?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

function sourcesOf(name: Package): string[] {
  return readdirSync(join(root, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${name}/src/${file}`)
    .sort();
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

const all = packages.flatMap(sourcesOf);
const imports = all.flatMap(importsOf);

describe('the architecture', () => {
  it('finds the sources and their imports', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(all.length);
  });

  it.each(packages)('%s imports only the packages that it may know', (name) => {
    const wrong = imports
      .filter(({ file }) => file.startsWith(`${name}/`))
      .filter(({ specifier }) => packageOf(specifier).startsWith('@sfs3/') || packageOf(specifier) === 'sfs3')
      .filter(({ specifier }) => !mayImport[name].includes(packageOf(specifier)));
    expect(wrong).toEqual([]);
  });

  it.each(packages)('%s declares what it imports, and imports what it declares', (name) => {
    const manifest = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const declared = new Set(Object.keys(manifest.dependencies ?? {}));
    const used = new Set(
      imports
        .filter(({ file, specifier }) => file.startsWith(`${name}/`) && !/^(\.|node:)/.test(specifier))
        .map(({ specifier }) => packageOf(specifier)),
    );
    expect([...used].sort()).toEqual([...declared].sort());
  });

  it('lets no relative import leave its package', () => {
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ file, specifier }) => {
        const target = relative(root, resolve(root, dirname(file), specifier));
        return target.split('/')[0] !== file.split('/')[0];
      });
    expect(wrong).toEqual([]);
  });

  it('keeps each dependency in its home', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      const home = homes[packageOf(specifier)];
      return home !== undefined && ![home].flat().some((folder) => file.startsWith(folder));
    });
    expect(wrong).toEqual([]);
  });

  it('has no cycle among the modules of a package', () => {
    expect(packages.flatMap((name) => findCycle(sourcesOf(name)))).toEqual([]);
  });

  it('has no default export, no vague file name and no file over 250 lines', () => {
    const vague = all.filter((file) => /\/(utils?|helpers?|common|misc)(\.ts|\/)/.test(file));
    const defaults = all.filter((file) => /^export default /m.test(readFileSync(join(root, file), 'utf8')));
    const long = all.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 251);
    expect({ vague, defaults, long }).toEqual({ vague: [], defaults: [], long: [] });
  });

  it('touches the file system only at the edges of the generator', () => {
    const edges = /^generator\/src\/(apply|plan\/read|generate|disk)/;
    const wrong = imports
      .filter(
        ({ file, specifier }) => file.startsWith('generator/') && /^node:(fs|process|os)/.test(specifier),
      )
      .filter(({ file }) => !edges.test(file));
    expect(wrong).toEqual([]);
  });
});

/** The first import cycle among the files, as the list of its files; empty where there is none. Type-only imports count, too. */
function findCycle(files: readonly string[]): string[] {
  const known = new Set(files);
  const targets = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) =>
          relative(root, resolve(root, dirname(file), specifier)).replace(/\.js$/, '.ts'),
        )
        .filter((target) => known.has(target)),
    ]),
  );
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(file);
    return [];
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
