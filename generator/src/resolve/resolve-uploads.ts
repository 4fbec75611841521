import { inboxPrefix } from '@sfs3/runtime/contract';
import type { Pointer } from '../diagnostic.js';
import type { S3Trigger } from '../model/s3-trigger.js';
import type { RawWorkflow } from './raw.js';

/** The s3 triggers of a workflow, with the place of the inbox before their prefixes. */
export function resolveUploads(raw: NonNullable<RawWorkflow['triggers']>, at: Pointer): S3Trigger[] {
  return raw.flatMap(({ s3 }, index) => {
    if (s3 === undefined) return [];
    const { prefix = '', suffix = '' } = s3;
    return [{ at: [...at, index, 's3'], prefix: `${inboxPrefix}${prefix}`, suffix }];
  });
}
