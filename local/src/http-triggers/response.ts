import type { ServerResponse } from 'node:http';

/** Answers with one of API Gateway's own messages. */
export function sendMessage(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

/**
 * Answers with what a function returned: an object with a `statusCode` is a whole response; any other value is the body of a
 * 200, a string as it is.
 *
 * @returns whether the value could be sent; API Gateway answers a malformed response with its own 500.
 */
export function sendFunctionResult(response: ServerResponse, payload: string): boolean {
  const value: unknown = JSON.parse(payload);
  if (!isRecord(value) || !('statusCode' in value)) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof value === 'string' ? value : payload);
    return true;
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = value;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599) return false;
  if (!isRecord(headers) || !Array.isArray(cookies) || (typeof body !== 'string' && body !== null))
    return false;
  try {
    for (const [name, text] of Object.entries(headers)) response.setHeader(name, String(text));
    if (cookies.length > 0) response.setHeader('set-cookie', cookies.map(String));
  } catch {
    // A header that HTTP does not allow.
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    return false;
  }
  response.statusCode = status;
  if (!response.hasHeader('content-type') && body) response.setHeader('content-type', 'text/plain');
  response.end(Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'));
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
