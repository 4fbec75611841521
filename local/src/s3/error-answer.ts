import type { Answer } from './answer.js';
import { messageOf, S3Error } from './errors.js';
import { hostId } from './identifiers.js';
import { errorDocument } from './xml/write-xml.js';

/** A request that failed, as an error's answer names it. */
export interface FailedRequest {
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
}

/** What is answered for an error that an operation threw. What is no `S3Error` is a fault of this server: 500. */
export function errorAnswer(error: unknown, request: FailedRequest): Answer {
  if (!(error instanceof S3Error)) return codeAnswer(500, 'InternalError', request);
  const { status, code, message, fields, headers } = error;
  return answer(status, { Code: code, Message: message, ...fields }, headers, request);
}

/** What is answered for a status and a code alone. */
export function codeAnswer(status: number, code: string, request: FailedRequest): Answer {
  return answer(status, { Code: code, Message: messageOf(code) }, {}, request);
}

function answer(
  status: number,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  request: FailedRequest,
): Answer {
  if (status === 304) return { status, headers };
  const typed = { 'content-type': 'application/xml', ...headers };
  if (request.method === 'HEAD') return { status, headers: typed };
  const { path, requestId } = request;
  const body = errorDocument({ ...fields, Resource: path, RequestId: requestId, HostId: hostId });
  return { status, headers: typed, body };
}
