import type { Part, Tag, UploadStart, Version, Versioning } from './model.js';

/** One step of the store's history: applied to the memory, appended to the journal, and replayed from it. */
export type Change =
  | {
      readonly kind: 'create-bucket';
      readonly bucket: string;
      readonly created: number;
      readonly location: string;
    }
  | { readonly kind: 'delete-bucket'; readonly bucket: string }
  | { readonly kind: 'versioning'; readonly bucket: string; readonly status: Versioning }
  | { readonly kind: 'put'; readonly bucket: string; readonly version: Version }
  | { readonly kind: 'remove'; readonly bucket: string; readonly key: string; readonly versionId: string }
  | {
      readonly kind: 'tag';
      readonly bucket: string;
      readonly key: string;
      readonly versionId: string;
      readonly tags: readonly Tag[];
    }
  | { readonly kind: 'begin-upload'; readonly bucket: string; readonly upload: UploadStart }
  | { readonly kind: 'part'; readonly bucket: string; readonly uploadId: string; readonly part: Part }
  | { readonly kind: 'end-upload'; readonly bucket: string; readonly uploadId: string };
