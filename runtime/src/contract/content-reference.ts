import type { OutputReference } from './output-reference.js';

/** What stands in a document in the place of a content, which is no JSON: where it lies, and what it is. */
export interface ContentReference extends OutputReference {
  /** Bytes. */
  readonly size: number;
  /** Its media type. */
  readonly type: string;
  /** Of a content that was written by one request: those of 8 MiB and less. */
  readonly sha256?: string;
}

/**
 * Whether what stands in a document is a reference to a content.
 *
 * @example
 * const { invoice } = await execution.fetch();
 * if (isContentReference(invoice)) console.log(invoice.type, invoice.size);
 */
export function isContentReference(value: unknown): value is ContentReference {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return false;
  return typeof value.$ref === 'string' && value.$ref.startsWith('s3://') && 'type' in value;
}
