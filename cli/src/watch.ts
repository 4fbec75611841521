import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** Milliseconds for which changes are gathered: an editor writes a file in several strokes. */
const gathering = 60;

/** What to watch; absolute paths. */
export interface Watched {
  readonly files: readonly string[];
  /** With all that is below them, except installed packages. */
  readonly folders: readonly string[];
}

/** A watch that is on. */
export interface Watcher {
  /** Stops watching and lets a reaction under way end. */
  close(): Promise<void>;
}

/**
 * Calls `react` after each change, never twice at a time. Resolves once the watch is on. `react` must not reject.
 */
export async function watchFiles(watched: Watched, react: () => Promise<void>): Promise<Watcher> {
  // A file is watched through its folder, since editors put a new file in the old one's place.
  const roots = [...watched.files.map((file) => dirname(file)), ...watched.folders];
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignored: (path) => !isWatched(watched, resolve(path)),
  });
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(react);
    }, gathering);
  });
  await new Promise<void>((ready, reject) => {
    watcher.once('ready', ready);
    watcher.once('error', reject);
  });
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await turn;
    },
  };
}

function isWatched({ files, folders }: Watched, path: string): boolean {
  if (files.some((file) => path === file || path === dirname(file))) return true;
  return folders.some((folder) => {
    if (path === folder) return true;
    if (!path.startsWith(folder + sep)) return false;
    return !path.slice(folder.length).split(sep).includes('node_modules');
  });
}
