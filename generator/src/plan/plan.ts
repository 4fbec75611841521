import type { Artifact } from '../artifact.js';
import type { DiskState, FileState } from './disk.js';
import { contentHash, type Manifest, manifestName, printManifest } from './manifest.js';

/** What a run does with one file. */
export interface Change {
  /**
   * `create`, `update`, `keep`: an owned file, or a stub to be created. `stale`: an owned file that no step needs any
   * more; it is removed. `edited`: an owned file that holds what the generator did not write. `blocked`: something else
   * stands in the way, which is never replaced.
   */
  readonly kind: 'create' | 'update' | 'keep' | 'stale' | 'edited' | 'blocked';
  readonly root: Artifact['root'];
  readonly path: string;
  /** What the file is to hold; absent where it is to be removed. */
  readonly content?: string;
  /** Of `edited` and `blocked`: what is there. */
  readonly reason?: string;
}

/** What a run is to do, worked out without touching the disk. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Bodies whose step is gone; they stay. */
  readonly orphans: readonly string[];
  /** The manifest when all is done. */
  readonly manifest: Manifest;
  /** The manifest to be written first: what files may hold if the run is cut short. */
  readonly journal: Manifest;
}

/** Compares what a spec gives with what is on disk. */
export function plan(artifacts: readonly Artifact[], disk: DiskState): Plan {
  const owned = artifacts.filter(({ root }) => root === 'generated');
  const stubs = artifacts.filter(({ root }) => root === 'steps');
  const hashes = new Map(owned.map(({ path, content }) => [path, contentHash(content)]));
  const known = new Set([
    ...Object.keys(disk.manifest?.files ?? {}),
    ...Object.keys(disk.manifest?.pending ?? {}),
  ]);
  const changes = [
    // First what goes: where case does not count, a renamed step's new file would be removed as its old one.
    ...[...known].filter((path) => !hashes.has(path)).flatMap((path) => staleChange(path, disk)),
    ...owned.map((artifact) => ownedChange(artifact, hashes.get(artifact.path) ?? '', disk)),
    ...stubs.map((stub) => stubChange(stub, disk)),
  ];
  const current = new Set(stubs.map(({ path }) => path));
  const orphans = (disk.manifest?.bodies ?? []).filter(
    (path) => !current.has(path) && stateOf(disk.bodies, path).kind === 'file',
  );
  const manifest = { files: Object.fromEntries(hashes), bodies: [...current, ...orphans] };
  const journal = { ...manifest, ...disk.manifest, bodies: manifest.bodies, pending: pending(changes, disk) };
  return { changes: [...changes, ...manifestChange(manifest, disk)], orphans, manifest, journal };
}

function ownedChange(artifact: Artifact, hash: string, disk: DiskState): Change {
  const { path } = artifact;
  const state = stateOf(disk.owned, path);
  const change = (kind: Change['kind'], reason?: string): Change => ({
    ...artifact,
    kind,
    ...(reason === undefined ? {} : { reason }),
  });
  if (state.kind === 'absent') return change('create');
  if (state.kind !== 'file') return change('blocked', inTheWay(state));
  if (state.hash === hash) return change('keep');
  if (knownHashes(disk.manifest, path).includes(state.hash)) return change('update');
  return change('edited', isKnown(disk.manifest, path) ? 'was changed by hand' : 'is not of the generator');
}

function staleChange(path: string, disk: DiskState): readonly Change[] {
  const state = stateOf(disk.owned, path);
  if (state.kind === 'absent') return [];
  const ours = state.kind === 'file' && knownHashes(disk.manifest, path).includes(state.hash);
  if (ours) return [{ kind: 'stale', root: 'generated', path }];
  const reason =
    state.kind === 'file' ? 'was changed by hand, and no step needs it any more' : inTheWay(state);
  return [{ kind: state.kind === 'file' ? 'edited' : 'blocked', root: 'generated', path, reason }];
}

/** A body that is there is the user's, whatever it holds. */
function stubChange(stub: Artifact, disk: DiskState): Change {
  const state = stateOf(disk.bodies, stub.path);
  if (state.kind === 'absent') return { ...stub, kind: 'create' };
  if (state.kind === 'beyond') return { ...stub, kind: 'blocked', reason: inTheWay(state) };
  return { ...stub, kind: 'keep' };
}

function manifestChange(manifest: Manifest, disk: DiskState): readonly Change[] {
  const content = printManifest(manifest);
  const kind =
    disk.manifestHash === undefined
      ? 'create'
      : disk.manifestHash === contentHash(content)
        ? 'keep'
        : 'update';
  return [{ kind, root: 'generated', path: manifestName, content }];
}

/**
 * What each file that is about to change may hold until the run is over, and what those hold that an interrupted run has
 * changed already.
 */
function pending(changes: readonly Change[], disk: DiskState): Readonly<Record<string, readonly string[]>> {
  const entries = changes.flatMap(({ kind, root, path, content }): [string, string[]][] => {
    const settled = kind === 'keep' && recordedHash(disk.manifest, path) === contentHash(content ?? '');
    if (root !== 'generated' || kind === 'blocked' || settled) return [];
    const state = stateOf(disk.owned, path);
    const before = state.kind === 'file' ? [state.hash] : [];
    return [[path, [...before, ...(content === undefined ? [] : [contentHash(content)])]]];
  });
  return Object.fromEntries(entries);
}

/** The digests by which a file is known to be the generator's. */
function knownHashes(manifest: Manifest | undefined, path: string): readonly string[] {
  const hash = recordedHash(manifest, path);
  const pending = manifest?.pending ?? {};
  return [
    ...(hash === undefined ? [] : [hash]),
    ...(Object.hasOwn(pending, path) ? (pending[path] ?? []) : []),
  ];
}

function recordedHash(manifest: Manifest | undefined, path: string): string | undefined {
  return manifest !== undefined && Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
}

function isKnown(manifest: Manifest | undefined, path: string): boolean {
  return knownHashes(manifest, path).length > 0;
}

function stateOf(states: ReadonlyMap<string, FileState>, path: string): FileState {
  return states.get(path) ?? { kind: 'absent' };
}

function inTheWay(state: FileState): string {
  if (state.kind === 'beyond') return `lies behind the symbolic link "${state.link}"`;
  return state.kind === 'other' ? `is ${state.what}` : 'is there';
}
