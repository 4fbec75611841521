import type { JsonObject, JsonValue } from '../../../json.js';
import type { Engine } from '../../engine.js';

/** The objects of a bucket as items, page by page. Source: AWS, "ItemReader (Map)", on Amazon S3 objects. */
export async function* listObjects(
  engine: Engine,
  parameters: JsonObject,
  abortSignal: AbortSignal,
): AsyncGenerator<JsonValue> {
  let ContinuationToken: string | undefined;
  do {
    const page = await engine.s3.use(({ sdk, client }) => {
      const command = new sdk.ListObjectsV2Command({ ...parameters, ContinuationToken } as never);
      return client.send(command, { abortSignal });
    });
    for (const { ETag = '', Key = '', LastModified, Size = 0, StorageClass = 'STANDARD' } of page.Contents ??
      []) {
      const seconds = Math.floor((LastModified?.getTime() ?? 0) / 1000);
      yield { Etag: ETag, Key, LastModified: seconds, Size, StorageClass };
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}
