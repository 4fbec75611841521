import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { bucketName } from './services.js';

/** Puts JSON text under a key, as somebody else than the runtime would. */
export async function putText(
  s3: S3Client,
  key: string,
  text: string,
  metadata: Record<string, string> = {},
): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: text, Metadata: metadata }));
}

/** An object as the AWS CLI would show it. */
export async function readObject(
  s3: S3Client,
  key: string,
): Promise<{ text: string; metadata: Record<string, string>; head: GetObjectCommandOutput }> {
  const head = await s3.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
  return { text: (await head.Body?.transformToString()) ?? '', metadata: head.Metadata ?? {}, head };
}
