import { Bucket } from './bucket.js';
import type { Change } from './change.js';
import type { Part, Piece, Version } from './model.js';

/** Who is told when the state begins and ceases to need a blob. */
export interface References {
  retain(blob: string): void;
  release(blob: string): void;
}

/** All buckets, as the changes so far have made them. */
export class State {
  readonly buckets = new Map<string, Bucket>();
  readonly #references: References;

  constructor(references: References) {
    this.#references = references;
  }

  /** Applies one change. The change must make sense: whoever commits has checked that. */
  apply(change: Change): void {
    if (change.kind === 'create-bucket') {
      this.buckets.set(change.bucket, new Bucket(change.bucket, change.created, change.location));
      return;
    }
    const bucket = this.buckets.get(change.bucket);
    if (bucket === undefined) return;
    switch (change.kind) {
      case 'delete-bucket':
        for (const uploadId of bucket.uploads.keys()) this.#endUpload(bucket, uploadId);
        this.buckets.delete(change.bucket);
        break;
      case 'versioning':
        bucket.versioning = change.status;
        break;
      case 'put':
        this.#retain(piecesOf(change.version));
        this.#release(piecesOf(bucket.put(change.version)));
        break;
      case 'remove':
        this.#release(piecesOf(bucket.remove(change.key, change.versionId)));
        break;
      case 'tag': {
        const version = bucket.version(change.key, change.versionId);
        if (version?.kind === 'object') bucket.replace({ ...version, tags: change.tags });
        break;
      }
      case 'begin-upload':
        bucket.uploads.set(change.upload.uploadId, { start: change.upload, parts: new Map() });
        break;
      case 'part':
        this.#putPart(bucket, change.uploadId, change.part);
        break;
      case 'end-upload':
        this.#endUpload(bucket, change.uploadId);
        break;
    }
  }

  /** The shortest history that leads to this state. */
  *history(): Generator<Change> {
    for (const bucket of this.buckets.values()) {
      const name = bucket.name;
      yield { kind: 'create-bucket', bucket: name, created: bucket.created, location: bucket.location };
      if (bucket.versioning !== 'unversioned') {
        yield { kind: 'versioning', bucket: name, status: bucket.versioning };
      }
      for (let index = 0; index < bucket.keys.length; index += 1) {
        const versions = bucket.versions(bucket.keys.at(index) ?? '');
        for (const version of [...versions].reverse()) yield { kind: 'put', bucket: name, version };
      }
      for (const { start, parts } of bucket.uploads.values()) {
        yield { kind: 'begin-upload', bucket: name, upload: start };
        for (const part of parts.values()) {
          yield { kind: 'part', bucket: name, uploadId: start.uploadId, part };
        }
      }
    }
  }

  #putPart(bucket: Bucket, uploadId: string, part: Part): void {
    const parts = bucket.uploads.get(uploadId)?.parts;
    if (parts === undefined) return;
    this.#retain(part.pieces);
    this.#release(parts.get(part.number)?.pieces ?? []);
    parts.set(part.number, part);
  }

  #endUpload(bucket: Bucket, uploadId: string): void {
    for (const part of bucket.uploads.get(uploadId)?.parts.values() ?? []) this.#release(part.pieces);
    bucket.uploads.delete(uploadId);
  }

  #retain(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#references.retain(piece.blob);
  }

  #release(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#references.release(piece.blob);
  }
}

function piecesOf(version: Version | undefined): readonly Piece[] {
  return version?.kind === 'object' ? version.pieces : [];
}
