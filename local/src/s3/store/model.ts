import type { Checksum, ChecksumAlgorithm, ChecksumType } from '../body/checksums.js';

/** One stretch of an object's bytes: a whole blob. An object of one PUT has one piece, a multipart object one per part. */
export interface Piece {
  readonly blob: string;
  readonly size: number;
}

/** How S3 says it encrypts an object; nothing is encrypted here, the words are kept and echoed. */
export interface Encryption {
  readonly algorithm: string;
  readonly keyId?: string;
  readonly bucketKey?: boolean;
}

/** One tag of an object. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What a writer says about an object besides its bytes. */
export interface Attributes {
  /** Content-Type, Cache-Control … by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** User metadata by lower-case name, without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly encryption: Encryption;
  readonly storageClass: string;
  readonly tags: readonly Tag[];
}

/** One version of an object. */
export interface ObjectVersion extends Attributes {
  readonly kind: 'object';
  readonly key: string;
  /** `null` (the text) where the bucket was not versioned when it was written. */
  readonly versionId: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly pieces: readonly Piece[];
  /** True where a multipart upload made it, even of one part. */
  readonly multipart: boolean;
  readonly checksum?: Checksum;
}

/** The version that a DELETE without a version id leaves in a versioned bucket. */
export interface DeleteMarker {
  readonly kind: 'marker';
  readonly key: string;
  readonly versionId: string;
  readonly modified: number;
}

/** What can stand under a key. */
export type Version = ObjectVersion | DeleteMarker;

/** One part of a multipart upload. */
export interface Part {
  readonly number: number;
  readonly etag: string;
  readonly modified: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
  readonly checksum?: Checksum;
}

/** A multipart upload that was begun and neither completed nor aborted. */
export interface UploadStart extends Attributes {
  readonly uploadId: string;
  readonly key: string;
  readonly initiated: number;
  readonly algorithm?: ChecksumAlgorithm;
  readonly checksumType?: ChecksumType;
}

/** S3's versioning states; a bucket that never had one is `unversioned`. */
export type Versioning = 'unversioned' | 'Enabled' | 'Suspended';
