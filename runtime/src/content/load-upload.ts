import { inboxPrefix, uploadRead } from '../contract/keys.js';
import type { Upload } from '../contract/upload.js';
import { UploadReplacedError } from '../errors/upload.js';
import { InputValidationError } from '../errors/validation.js';
import type { InputDocument } from '../load/input-document.js';
import type { Visit } from '../step/visit.js';
import type { ContentHandle } from './content-handle.js';
import { headObject } from './head-object.js';
import { openContent } from './open-content.js';

/**
 * Opens the upload that the input names: that very version, or the object with that ETag. `undefined` where the input names none, or it is not there.
 *
 * @throws InputValidationError where the input names what is no upload into this bucket; UploadReplacedError.
 */
export async function loadUpload(visit: Visit, { value }: InputDocument): Promise<ContentHandle | undefined> {
  if (value[uploadRead] === undefined) return undefined;
  const { bucket } = visit;
  const { key, versionId, eTag } = checkUpload(visit, value[uploadRead]);
  const head = await headObject(bucket, key, versionId);
  if (head === undefined) return undefined;
  if (unquoted(head.eTag) !== unquoted(eTag)) throw new UploadReplacedError({ bucket: bucket.name, key });
  return openContent(bucket, head);
}

/** An input may come from anybody who may start executions: it must not lead a step to what it does not read. */
function checkUpload(visit: Visit, value: unknown): Upload {
  const upload: Partial<Record<keyof Upload, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  const { bucket, key, eTag, versionId } = upload;
  const isText = (text: unknown) => typeof text === 'string';
  check(visit, 'bucket', bucket === visit.bucket.name);
  check(visit, 'key', isText(key) && String(key).startsWith(inboxPrefix));
  check(visit, 'eTag', isText(eTag));
  check(visit, 'versionId', versionId === undefined || isText(versionId));
  return upload as Upload;
}

function check(visit: Visit, field: keyof Upload, isRight: boolean): void {
  if (isRight) return;
  const message = `must name an upload into ${visit.bucket.name}`;
  throw new InputValidationError(visit.step, uploadRead, [{ path: `/${field}`, rule: 'upload', message }]);
}

function unquoted(eTag: string): string {
  return eTag.replaceAll('"', '');
}
