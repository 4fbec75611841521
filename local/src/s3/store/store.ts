import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from './blobs.js';
import type { Bucket } from './bucket.js';
import type { Change } from './change.js';
import { FolderBlobs } from './folder-blobs.js';
import { lockFolder } from './folder-lock.js';
import { Journal } from './journal.js';
import { MemoryBlobs } from './memory-blobs.js';
import { State } from './state.js';

/** Where buckets and bytes live. */
export interface Store {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly blobs: Blobs;
  /** All of the changes or none, at once: no other request runs between a check made before and the commit. */
  commit(...changes: readonly Change[]): void;
  close(): Promise<void>;
}

/** A store that ends with the process. */
export function createMemoryStore(): Store {
  const blobs = new MemoryBlobs();
  const state = new State(blobs);
  return {
    buckets: state.buckets,
    blobs,
    commit: (...changes) => {
      for (const change of changes) state.apply(change);
    },
    close: () => blobs.close(),
  };
}

/** A store in a folder, which finds again what an earlier process left there. One process at a time may have it open. */
export async function openFolderStore(directory: string): Promise<Store> {
  await mkdir(directory, { recursive: true });
  const unlock = lockFolder(directory);
  try {
    const blobs = new FolderBlobs(join(directory, 'blobs'));
    const state = new State(blobs);
    for (const change of Journal.read(directory)) state.apply(change);
    await blobs.sweep();
    const journal = Journal.start(directory, state.history());
    return {
      buckets: state.buckets,
      blobs,
      commit: (...changes) => {
        journal.append(changes);
        for (const change of changes) state.apply(change);
      },
      close: async () => {
        await blobs.close();
        journal.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
