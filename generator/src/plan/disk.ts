import type { Manifest } from './manifest.js';

/** What stands at a path. */
export type FileState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly hash: string }
  /** A link, a folder, or something below a link: writing there could leave the folder. */
  | { readonly kind: 'other'; readonly what: 'a folder' | 'a symbolic link' | 'no file' }
  | { readonly kind: 'beyond'; readonly link: string };

/** What a plan needs to know of the disk. */
export interface DiskState {
  /** Absent on the first run, and where the manifest cannot be read. */
  readonly manifest?: Manifest;
  /** What the manifest's file holds, or `undefined` where there is none. */
  readonly manifestHash: string | undefined;
  /** Every path of an artifact or of the manifest, relative to the folder of generated files. */
  readonly owned: ReadonlyMap<string, FileState>;
  /** Every path of a body, of now or of the manifest, relative to the spec's folder. */
  readonly bodies: ReadonlyMap<string, FileState>;
}
