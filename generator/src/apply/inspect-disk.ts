import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../artifact.js';
import type { DiskState, FileState } from '../plan/disk.js';
import { contentHash, manifestName, parseManifest } from '../plan/manifest.js';

/** The folders of a run; absolute. */
export interface Folders {
  /** Of generated files. */
  readonly outDir: string;
  /** Of the spec, which bodies' paths are relative to. */
  readonly specDir: string;
}

/** Reads what a plan needs to know: the manifest, and every file that it or an artifact names. */
export function inspectDisk(artifacts: readonly Artifact[], folders: Folders): DiskState {
  const manifestText = readText(join(folders.outDir, manifestName));
  const manifest = manifestText === undefined ? undefined : parseManifest(manifestText);
  const pathsOf = (root: Artifact['root']): string[] =>
    artifacts.filter((artifact) => artifact.root === root).map(({ path }) => path);
  const owned = new Set([
    ...pathsOf('generated'),
    ...Object.keys(manifest?.files ?? {}),
    ...Object.keys(manifest?.pending ?? {}),
  ]);
  const bodies = new Set([...pathsOf('steps'), ...(manifest?.bodies ?? [])]);
  return {
    ...(manifest === undefined ? {} : { manifest }),
    manifestHash: manifestText === undefined ? undefined : contentHash(manifestText),
    owned: inspect(folders.outDir, owned, true),
    bodies: inspect(folders.specDir, bodies, false),
  };
}

function inspect(
  folder: string,
  paths: ReadonlySet<string>,
  withHash: boolean,
): ReadonlyMap<string, FileState> {
  const links = new Map<string, string | undefined>();
  return new Map(
    [...paths].map((path) => {
      const file = join(folder, path);
      const state = inspectFile(file, withHash);
      // A body behind a link is the user's arrangement; only what would be written there is not.
      if (state.kind !== 'absent' && !withHash) return [path, state];
      const link = linkAbove(folder, path, links);
      return [path, link === undefined ? state : { kind: 'beyond', link }];
    }),
  );
}

function inspectFile(file: string, withHash: boolean): FileState {
  const stats = statsOf(file);
  if (stats === undefined) return { kind: 'absent' };
  if (stats.isFile()) return { kind: 'file', hash: withHash ? contentHash(readFileSync(file)) : '' };
  if (!withHash && stats.isSymbolicLink()) return { kind: 'file', hash: '' };
  if (stats.isSymbolicLink()) return { kind: 'other', what: 'a symbolic link' };
  return { kind: 'other', what: stats.isDirectory() ? 'a folder' : 'no file' };
}

/** The first symbolic link among the folders between `folder` and the path. `..` at its beginning is the caller's choice. */
function linkAbove(folder: string, path: string, known: Map<string, string | undefined>): string | undefined {
  const above = path.split('/').slice(0, -1).join('/');
  if (known.has(above)) return known.get(above);
  const parts = above === '' ? [] : above.split('/');
  let link: string | undefined;
  for (let count = 1; count <= parts.length && link === undefined; count += 1) {
    const part = parts.slice(0, count).join('/');
    if (parts[count - 1] !== '..' && statsOf(join(folder, part))?.isSymbolicLink()) link = part;
  }
  known.set(above, link);
  return link;
}

function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where a folder is needed: what is to be made there cannot be there yet.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
