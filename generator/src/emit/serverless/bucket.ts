import type { Service, Storage } from '../../model/service.js';
import { arnOf, bucketId, deployedBucket, sub } from './naming.js';
import type { PolicyStatement, Resource, YamlValue } from './types.js';

/** Where outputs lie, and the tokens of callbacks; documents lie below `0x`. */
const outputPrefixes = ['out/', 'map/', 'items/', 'callback/'];

/** Where Step Functions writes what became of the iterations of distributed maps; it knows no conditions. */
const runPrefix = 'runs/';

/** Where objects are uploaded that start executions. */
const inbox = 'inbox/';

/** Days that a replaced or deleted version stays at most. */
const noncurrentDays = 7;

/** The bucket of the service and its policy. It outlives the stack. */
export function bucketResources(service: Service): Readonly<Record<string, Resource>> {
  const { storage } = service;
  return {
    [bucketId]: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketName: deployedBucket(service),
        BucketEncryption: { ServerSideEncryptionConfiguration: [encryptionRule(storage)] },
        VersioningConfiguration: { Status: storage.versioning ? 'Enabled' : 'Suspended' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: { Rules: lifecycleRules(service) },
        ...(hasUploads(service)
          ? { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } }
          : {}),
      },
    },
    [`${bucketId}Policy`]: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: bucketId },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: policyStatements(),
        },
      },
    },
  };
}

function encryptionRule(storage: Storage): YamlValue {
  if (storage.encryption === 'AES256') return { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } };
  const key = storage.encryption === 'aws:kms' ? {} : { KMSMasterKeyID: storage.encryption };
  return {
    ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', ...key },
    // One data key for many objects: fewer requests to KMS, which are paid and limited.
    BucketKeyEnabled: true,
  };
}

/** Whether uploads start some workflow of the service. */
function hasUploads({ workflows }: Service): boolean {
  return workflows.some(({ s3Triggers }) => s3Triggers.length > 0);
}

function lifecycleRules(service: Service): readonly YamlValue[] {
  const { storage } = service;
  const outputsAfter = storage.expireOutputsAfterDays ?? storage.expireAfterDays;
  return [
    {
      Id: 'unfinished',
      Status: 'Enabled',
      Prefix: '',
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      ...(storage.versioning ? { ExpiredObjectDeleteMarker: true } : {}),
    },
    ...(storage.expireAfterDays === undefined
      ? []
      : [
          expiryRule('documents', '0x', storage.expireAfterDays, storage),
          // An upload is what its execution began with, as the document is.
          ...(hasUploads(service) ? [expiryRule('inbox', inbox, storage.expireAfterDays, storage)] : []),
        ]),
    ...(outputsAfter === undefined
      ? []
      : [...outputPrefixes, runPrefix].map((prefix) =>
          expiryRule(prefix.slice(0, -1), prefix, outputsAfter, storage),
        )),
  ];
}

function expiryRule(id: string, prefix: string, days: number, storage: Storage): YamlValue {
  return {
    Id: id,
    Status: 'Enabled',
    Prefix: prefix,
    ExpirationInDays: days,
    ...(storage.versioning
      ? { NoncurrentVersionExpiration: { NoncurrentDays: Math.min(days, noncurrentDays) } }
      : {}),
  };
}

/** What nobody may do, whatever their roles say. */
function policyStatements(): readonly PolicyStatement[] {
  return [
    {
      Sid: 'OnlyEncryptedTransport',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [arnOf(bucketId), sub(`\${${bucketId}.Arn}/*`)],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      // Documents are exempt: older starters create them without a condition.
      Sid: 'OnlyConditionalWrites',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: outputPrefixes.map((prefix) => sub(`\${${bucketId}.Arn}/${prefix}*`)),
      Condition: {
        Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' },
        // The parts of a multipart upload take no condition; the request that completes it does.
        Bool: { 's3:ObjectCreationOperation': 'true' },
      },
    },
  ];
}
