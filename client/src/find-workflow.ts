import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { outputPrefix } from '@sfs3/runtime/contract';

/**
 * Finds out which of these workflows an execution is of, by where its outputs lie. The first one where there are no outputs, or
 * where they may not be listed. Asks nothing where there is no choice.
 */
export async function findWorkflow(
  s3: S3Client,
  bucket: string,
  { txnId, workflows }: { readonly txnId: string; readonly workflows: readonly [string, ...string[]] },
): Promise<string> {
  if (workflows.length === 1) return workflows[0];
  const found = await Promise.all(
    workflows.map((workflow) => hasOutputs(s3, bucket, outputPrefix(workflow, txnId))),
  );
  return workflows[found.indexOf(true)] ?? workflows[0];
}

async function hasOutputs(s3: S3Client, bucket: string, prefix: string): Promise<boolean> {
  try {
    const { KeyCount = 0 } = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }),
    );
    return KeyCount > 0;
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDenied') return false;
    throw error;
  }
}
