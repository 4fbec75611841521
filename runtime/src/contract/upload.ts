/** An object that somebody uploaded into the inbox, as the input of the execution that it started names it. */
export interface Upload {
  readonly bucket: string;
  /** Begins with `inbox/`. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly eTag: string;
  /** Absent where the bucket keeps no versions. */
  readonly versionId?: string;
}
