import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestName, printManifest } from '../plan/manifest.js';
import type { Change, Plan } from '../plan/plan.js';
import type { Folders } from './inspect-disk.js';
import { createFile, isTemporary, replaceFile, temporaryPath } from './write-file.js';

/** Where the bundles of a packaging lie; nothing of ours is in there. */
const foreignFolders = new Set(['node_modules', '.build', '.serverless']);

/** Options of {@link apply}. */
export interface ApplyOptions {
  /** Whether the last run was cut short: then its leavings are swept up. */
  readonly interrupted: boolean;
}

/**
 * Makes the disk as the plan says, edited files included; the caller has asked about those. The manifest is written first
 * with what is about to change, and last as it is to stay: killed anywhere between, the next run knows every file as its own.
 */
export function apply(plan: Plan, folders: Folders, options: ApplyOptions): void {
  const manifestFile = join(folders.outDir, manifestName);
  rmSync(temporaryPath(manifestFile), { force: true });
  const changes = plan.changes.filter(({ kind, path }) => kind !== 'keep' && path !== manifestName);
  const manifestStands = plan.changes.some(({ kind, path }) => kind === 'keep' && path === manifestName);
  if (changes.length === 0 && manifestStands && !options.interrupted) return;
  if (changes.length > 0) replaceFile(manifestFile, printManifest(plan.journal));
  for (const change of changes) applyChange(change, folders);
  if (options.interrupted) sweep(plan, folders);
  replaceFile(manifestFile, printManifest(plan.manifest));
}

function applyChange(change: Change, folders: Folders): void {
  if (change.kind === 'blocked') throw new Error(`${change.path} ${change.reason ?? 'is in the way'}.`);
  if (change.root === 'steps') {
    createFile(join(folders.specDir, change.path), change.content ?? '');
    return;
  }
  const file = join(folders.outDir, change.path);
  if (change.content !== undefined) replaceFile(file, change.content);
  else removeFile(file, folders.outDir);
}

/** Removes a file, and the folders that it leaves empty. */
function removeFile(file: string, outDir: string): void {
  rmSync(file, { force: true });
  let folder = dirname(file);
  while (folder !== outDir && removeEmptyFolder(folder)) folder = dirname(folder);
}

function removeEmptyFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    // Somebody else's file is in it, or it is gone already.
    return false;
  }
}

/** Removes what an interrupted run left: temporary files, and folders that it emptied. */
function sweep(plan: Plan, folders: Folders): void {
  sweepFolder(folders.outDir, true);
  for (const body of plan.journal.bodies) {
    rmSync(temporaryPath(join(folders.specDir, body)), { force: true });
  }
}

function sweepFolder(folder: string, isRoot: boolean): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !foreignFolders.has(entry.name)) sweepFolder(path, false);
    else if (entry.isFile() && isTemporary(entry.name)) rmSync(path, { force: true });
  }
  if (!isRoot) removeEmptyFolder(folder);
}
