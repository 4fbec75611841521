import { constants, copyFileSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const suffix = '.sfs3-tmp';

/** Where a file is written before it gets its name: in the same folder, so that the last move is atomic. */
export function temporaryPath(file: string): string {
  return join(dirname(file), `.${basename(file)}${suffix}`);
}

/** Whether a file's name is one of ours, left by a run that was cut short. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.') && name.endsWith(suffix);
}

/** Gives a file new content: whoever looks sees the old bytes or the new ones, never a part. */
export function replaceFile(file: string, content: string): void {
  const temporary = writeTemporary(file, content);
  renameSync(temporary, file);
}

/** Creates a file and never replaces one, not even one that appeared a moment ago. Returns whether it was created. */
export function createFile(file: string, content: string): boolean {
  const temporary = writeTemporary(file, content);
  try {
    linkOrCopy(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeTemporary(file: string, content: string): string {
  const temporary = temporaryPath(file);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The first file of a folder, or one that an interrupted run began to write.
    if (code === 'ENOENT') mkdirSync(dirname(file), { recursive: true });
    else if (code === 'EEXIST') rmSync(temporary, { force: true });
    else throw error;
    writeFileSync(temporary, content, { flag: 'wx' });
  }
  return temporary;
}

/** A hard link is atomic; where the file system knows none, a copy is the next best. */
function linkOrCopy(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(temporary, file, constants.COPYFILE_EXCL);
  }
}
