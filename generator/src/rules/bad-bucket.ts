import { errorAt } from '../diagnostic.js';
import { bucketName } from '../names.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/**
 * S3 refuses some names of buckets.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const badBucket: Rule = ({ service }) => {
  const { bucket } = service.storage;
  if (bucket === '') return [];
  const reason = refusal(bucketName(bucket, service.stage), bucket);
  return reason === undefined ? [] : [errorAt('bad-bucket', ['storage', 'bucket'], reason)];
};

const prefixes = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const suffixes = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

function refusal(name: string, bucket: string): string | undefined {
  if (!/^[a-z0-9.-]*$/.test(bucket)) {
    return `The bucket ${quote(bucket)} has a character that S3 refuses. It may have lower-case letters, digits, "-" and ".".`;
  }
  if (!/^[a-z0-9]/.test(bucket)) return `The bucket ${quote(bucket)} should begin with a letter or a digit.`;
  if (name.length < 3 || name.length > 63) {
    return `The bucket's full name ${quote(name)} has ${name.length} characters. S3 allows 3 to 63, stage included.`;
  }
  if (/\.\.|\.-|-\./.test(name))
    return `The bucket's full name ${quote(name)} has a "." beside a "." or "-", which S3 refuses.`;
  const wrong =
    prefixes.find((prefix) => name.startsWith(prefix)) ?? suffixes.find((suffix) => name.endsWith(suffix));
  return wrong === undefined
    ? undefined
    : `The bucket's full name ${quote(name)} has ${quote(wrong)}, which S3 keeps for itself.`;
}
