import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../json.js';

/** What an integration's answer tells of the request behind it. */
export function sdkMetadata(status: number): JsonObject {
  const requestId = randomUUID();
  return {
    SdkHttpMetadata: { HttpHeaders: { 'x-amzn-RequestId': requestId }, HttpStatusCode: status },
    SdkResponseMetadata: { RequestId: requestId },
  };
}
