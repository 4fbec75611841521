import type { IncomingMessage } from 'node:http';

/** Who signed a request, and for which service. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** The service's signing name: `s3`, `states`, `lambda`, `execute-api`. */
  readonly service: string;
}

const signatureV4 = /^AWS4-[\w-]+ +.*?Credential=([^,\s]+)/;

/**
 * Reads the credential scope of a Signature Version 4 request, from its header or its query. Of the older Signature Version 2
 * only S3 has users left, so such a request is S3's. The signature itself is not looked at.
 *
 * @returns `undefined` where the request is not signed.
 */
export function credentialScope(request: IncomingMessage): CredentialScope | undefined {
  const header = request.headers.authorization ?? '';
  const inHeader = signatureV4.exec(header)?.[1];
  if (inHeader !== undefined) return parseCredential(inHeader);
  if (header.startsWith('AWS ')) return { accessKeyId: header.slice(4).split(':')[0] ?? '', service: 's3' };
  const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
  const inQuery = query.get('X-Amz-Credential');
  if (inQuery !== null) return parseCredential(inQuery);
  const legacy = query.get('AWSAccessKeyId');
  return legacy === null || !query.has('Signature') ? undefined : { accessKeyId: legacy, service: 's3' };
}

/** `<access key>/<date>/<region>/<service>/aws4_request`; asymmetric signatures name no region. */
function parseCredential(credential: string): CredentialScope | undefined {
  const parts = credential.split('/');
  const service = parts.at(-2);
  const accessKeyId = parts[0];
  if (parts.length < 4 || parts.at(-1) !== 'aws4_request' || !service || !accessKeyId) return undefined;
  return { accessKeyId, service };
}
