import type { JsonObject } from '../../../json.js';
import type { S3Sdk } from '../../../s3-connection.js';

/** The operations of S3 that are served as tasks. */
export type S3Action = 'getObject' | 'putObject' | 'headObject' | 'listObjectsV2' | 'deleteObject';

/** One operation of S3, as a task calls it. */
export interface S3Operation {
  /** The arguments that are served: those of the SDK's command. */
  readonly arguments: readonly string[];
  readonly required: readonly string[];
  /** Calls S3 and returns the SDK's answer. */
  call(s3: S3Sdk, parameters: JsonObject, abortSignal: AbortSignal): Promise<object>;
}

const read = ['Bucket', 'Key', 'VersionId', 'Range', 'IfMatch', 'IfNoneMatch', 'IfModifiedSince'];

/** Each operation. The arguments have been checked against its list, so that they fit the SDK's command. */
export const s3Operations: Readonly<Record<S3Action, S3Operation>> = {
  getObject: {
    arguments: read,
    required: ['Bucket', 'Key'],
    call: async ({ sdk, client }, parameters, abortSignal) => {
      const command = new sdk.GetObjectCommand(withDates(parameters) as never);
      const answer = await client.send(command, { abortSignal });
      return { ...answer, Body: await answer.Body?.transformToString() };
    },
  },
  headObject: {
    arguments: read,
    required: ['Bucket', 'Key'],
    call: ({ sdk, client }, parameters, abortSignal) =>
      client.send(new sdk.HeadObjectCommand(withDates(parameters) as never), { abortSignal }),
  },
  putObject: {
    arguments: [
      'Bucket',
      'Key',
      'Body',
      'ContentType',
      'ContentEncoding',
      'CacheControl',
      'Metadata',
      'ServerSideEncryption',
      'SsekmsKeyId',
      'IfMatch',
      'IfNoneMatch',
      'Tagging',
    ],
    required: ['Bucket', 'Key'],
    call: ({ sdk, client }, { Body, SsekmsKeyId, ...rest }, abortSignal) => {
      const text = typeof Body === 'string' || Body === undefined ? Body : JSON.stringify(Body);
      const key = SsekmsKeyId === undefined ? {} : { SSEKMSKeyId: SsekmsKeyId };
      return client.send(new sdk.PutObjectCommand({ ...rest, ...key, Body: text } as never), { abortSignal });
    },
  },
  listObjectsV2: {
    arguments: ['Bucket', 'Prefix', 'Delimiter', 'MaxKeys', 'StartAfter', 'ContinuationToken'],
    required: ['Bucket'],
    call: ({ sdk, client }, parameters, abortSignal) =>
      client.send(new sdk.ListObjectsV2Command(parameters as never), { abortSignal }),
  },
  deleteObject: {
    arguments: ['Bucket', 'Key', 'VersionId'],
    required: ['Bucket', 'Key'],
    call: ({ sdk, client }, parameters, abortSignal) =>
      client.send(new sdk.DeleteObjectCommand(parameters as never), { abortSignal }),
  },
};

function withDates(parameters: JsonObject): object {
  const since = parameters.IfModifiedSince;
  return typeof since === 'string' ? { ...parameters, IfModifiedSince: new Date(since) } : parameters;
}
