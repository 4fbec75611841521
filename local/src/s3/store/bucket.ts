import type { ObjectVersion, Part, UploadStart, Version, Versioning } from './model.js';
import { SortedKeys } from './sorted-keys.js';

/** A multipart upload with the parts it has so far. */
export interface Upload {
  readonly start: UploadStart;
  readonly parts: Map<number, Part>;
}

/** A bucket: which versions stand under which key, and the uploads in progress. It knows no bytes. */
export class Bucket {
  readonly name: string;
  readonly created: number;
  /** The location constraint; empty in us-east-1. */
  readonly location: string;
  readonly keys = new SortedKeys();
  readonly uploads = new Map<string, Upload>();
  versioning: Versioning = 'unversioned';
  readonly #versions = new Map<string, Version[]>();

  constructor(name: string, created: number, location: string) {
    this.name = name;
    this.created = created;
    this.location = location;
  }

  /** All versions under a key, newest first. */
  versions(key: string): readonly Version[] {
    return this.#versions.get(key) ?? [];
  }

  /** The newest version: an object, a delete marker, or nothing. */
  latest(key: string): Version | undefined {
    return this.#versions.get(key)?.[0];
  }

  /** The object that a GET without a version id answers. */
  current(key: string): ObjectVersion | undefined {
    const latest = this.latest(key);
    return latest?.kind === 'object' ? latest : undefined;
  }

  version(key: string, versionId: string): Version | undefined {
    return this.#versions.get(key)?.find((version) => version.versionId === versionId);
  }

  /** Makes a version the newest; returns the version of the same id that it takes the place of. */
  put(version: Version): Version | undefined {
    const versions = this.#versions.get(version.key);
    if (versions === undefined) {
      this.#versions.set(version.key, [version]);
      this.keys.add(version.key);
      return undefined;
    }
    const replaced = this.#take(versions, version.versionId);
    versions.unshift(version);
    return replaced;
  }

  /** Removes one version, and returns it. */
  remove(key: string, versionId: string): Version | undefined {
    const versions = this.#versions.get(key);
    if (versions === undefined) return undefined;
    const removed = this.#take(versions, versionId);
    if (versions.length === 0) {
      this.#versions.delete(key);
      this.keys.remove(key);
    }
    return removed;
  }

  /** Puts a changed version where the one of the same id stands. */
  replace(version: Version): void {
    const versions = this.#versions.get(version.key) ?? [];
    const index = versions.findIndex((candidate) => candidate.versionId === version.versionId);
    if (index >= 0) versions[index] = version;
  }

  #take(versions: Version[], versionId: string): Version | undefined {
    const index = versions.findIndex((candidate) => candidate.versionId === versionId);
    return index < 0 ? undefined : versions.splice(index, 1)[0];
  }
}
