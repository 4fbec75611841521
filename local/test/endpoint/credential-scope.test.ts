import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { credentialScope } from '../../src/credential-scope.js';

const scope = 'AKID/20261122/us-east-1/states/aws4_request';

test.each([
  [`AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`, '/', 'states'],
  [`AWS4-HMAC-SHA256 SignedHeaders=host,Credential=${scope},Signature=0`, '/', 'states'],
  ['AWS4-ECDSA-P256-SHA256 Credential=AKID/20261122/s3/aws4_request, Signature=0', '/', 's3'],
  ['AWS AKID:signature', '/bucket/key', 's3'],
  [undefined, `/bucket/key?X-Amz-Credential=${encodeURIComponent(scope)}`, 'states'],
  [undefined, '/bucket/key?AWSAccessKeyId=AKID&Signature=0', 's3'],
])('%s at %s', (authorization, url, service) => {
  const request = { headers: { authorization }, url } as IncomingMessage;
  expect(credentialScope(request)).toEqual({ accessKeyId: 'AKID', service });
});

test.each([
  [undefined, '/'],
  ['Bearer token', '/'],
  ['AWS4-HMAC-SHA256 Credential=AKID', '/'],
  [undefined, '/?X-Amz-Credential=%2F%2F%2F%2F'],
])('%s at %s is no signature', (authorization, url) => {
  expect(credentialScope({ headers: { authorization }, url } as IncomingMessage)).toBeUndefined();
});
