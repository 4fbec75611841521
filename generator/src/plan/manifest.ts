import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** Name of the manifest in the folder of generated files. */
export const manifestName = 'manifest.json';

/** What the generator remembers of its last run, so that it can tell its own bytes from somebody's changes. */
export interface Manifest {
  /** SHA-256 of each owned file, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The bodies that steps have or had; paths relative to the spec's folder. */
  readonly bodies: readonly string[];
  /** Present while a run is under way: what a file may hold, whether or not the run came to it. */
  readonly pending?: Readonly<Record<string, readonly string[]>>;
}

/** SHA-256 of a file's bytes, hexadecimal. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The manifest as text: sorted, so that the same run gives the same bytes. */
export function printManifest(manifest: Manifest): string {
  const content = {
    about: 'Written by sfs3: the digests of the files of this folder that it owns.',
    files: sorted(manifest.files),
    bodies: [...manifest.bodies].sort(),
    ...(manifest.pending === undefined ? {} : { pending: sorted(manifest.pending) }),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** Reads a manifest; `undefined` for a text that is none. Paths that lead out of the folder are not believed. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || !isRecord(value.files) || !Array.isArray(value.bodies)) return undefined;
  const files = Object.entries(value.files).filter(
    (entry): entry is [string, string] => isInside(entry[0]) && typeof entry[1] === 'string',
  );
  const bodies = value.bodies.filter((body): body is string => typeof body === 'string');
  const manifest = { files: Object.fromEntries(files), bodies };
  return isRecord(value.pending) ? { ...manifest, pending: readPending(value.pending) } : manifest;
}

/** Whether a path with `/` stays below the folder it is relative to. */
export function isInside(path: string): boolean {
  const safe = path !== '' && !posix.isAbsolute(path) && !path.includes('\\') && !path.includes('\0');
  return safe && posix.normalize(path) === path && !path.split('/').includes('..') && path !== '.';
}

function readPending(
  pending: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(pending).filter(
    (entry): entry is [string, string[]] => isInside(entry[0]) && Array.isArray(entry[1]),
  );
  return Object.fromEntries(entries);
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
