import type { Change } from './store/change.js';
import type { Store } from './store/store.js';

/** An object, or a version of one, that has just been created. */
export interface CreatedObject {
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly eTag: string;
  /** Absent where the bucket keeps no versions. */
  readonly versionId?: string;
  /** The operation that created it. */
  readonly reason: string;
  readonly time: Date;
}

/** Told of each object once it is there. */
export type OnCreated = (created: CreatedObject) => void;

/** The store as one operation sees it, with somebody looking on. */
export function watchedStore(store: Store, reason: string, onCreated: OnCreated): Store {
  return {
    buckets: store.buckets,
    blobs: store.blobs,
    commit: (...changes) => {
      store.commit(...changes);
      for (const created of changes.flatMap((change) => createdBy(change, reason))) onCreated(created);
    },
    close: () => store.close(),
  };
}

function createdBy(change: Change, reason: string): CreatedObject[] {
  if (change.kind !== 'put' || change.version.kind !== 'object') return [];
  const { key, size, etag, versionId, modified } = change.version;
  return [
    {
      bucket: change.bucket,
      key,
      size,
      eTag: etag,
      ...(versionId === 'null' ? {} : { versionId }),
      reason,
      time: new Date(modified),
    },
  ];
}
