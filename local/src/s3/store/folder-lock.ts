import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const open = new Set<string>();

/**
 * Claims a folder for this process; returns what gives it back.
 * A claim whose process is gone is taken over.
 */
export function lockFolder(directory: string): () => void {
  const folder = realpathSync(directory);
  const path = join(folder, 'lock');
  const owner = ownerOf(path);
  if (open.has(folder) || (owner !== undefined && owner !== process.pid && isAlive(owner))) {
    throw new Error(
      `Folder "${folder}" is in use by process ${owner ?? process.pid}; only one may serve it at a time.`,
    );
  }
  writeFileSync(path, `${process.pid}\n`);
  open.add(folder);
  return () => {
    open.delete(folder);
    rmSync(path, { force: true });
  };
}

function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
