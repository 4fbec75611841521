import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InvocationResult, InvokeFunction } from '../invocation.js';
import { readBody } from '../read-body.js';

/** The longest payload of a synchronous invocation, in bytes: 6 MB. */
const maxRequestBytes = 6 * 1024 * 1024;

const invocationPath = /^\/2015-03-31\/functions\/([^/?]+)\/invocations\/?(?:\?|$)/;

/** What of the Lambda service the API needs. */
export interface InvokeTarget {
  readonly invoke: InvokeFunction;
  has(nameOrArn: string): boolean;
}

/**
 * Serves `POST /2015-03-31/functions/<name or ARN>/invocations`: RequestResponse, Event (run once, never repeated) and
 * DryRun. Every other operation is refused.
 * Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function handleInvokeRequest(
  target: InvokeTarget,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const encoded = invocationPath.exec(request.url ?? '')?.[1];
  if (encoded === undefined || request.method !== 'POST') {
    return refuse(
      response,
      404,
      'UnknownOperationException',
      'Of the Lambda API only Invoke is served here.',
    );
  }
  const name = decode(encoded);
  if (name === undefined || !target.has(name)) {
    return refuse(response, 404, 'ResourceNotFoundException', `Function not found: ${name ?? encoded}`);
  }
  const body = await readBody(request, maxRequestBytes);
  if (body === undefined) {
    const message = `Request must be smaller than ${maxRequestBytes} bytes for the InvokeFunction operation`;
    return refuse(response, 413, 'RequestTooLargeException', message);
  }
  const payload = body.length === 0 ? '{}' : body.toString('utf8');
  if (!isJson(payload)) {
    return refuse(response, 400, 'InvalidRequestContentException', 'Could not parse request body into json');
  }
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type === 'DryRun') return end(response, 204);
  const ending = target.invoke(name, payload, new AbortController().signal);
  if (type === 'Event') return end(response, 202);
  if (type === 'RequestResponse') return answer(response, await ending);
  refuse(
    response,
    400,
    'InvalidParameterValueException',
    `Invocation type "${type}" is not one of Lambda's.`,
  );
}

function answer(response: ServerResponse, result: InvocationResult): void {
  response.setHeader('x-amz-executed-version', '$LATEST');
  response.setHeader('content-type', 'application/json');
  if (result.kind === 'success') {
    end(response, 200, result.payload);
  } else {
    const { kind, ...error } = result;
    response.setHeader('x-amz-function-error', 'Unhandled');
    end(response, 200, JSON.stringify(error));
  }
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.setHeader('content-type', 'application/json');
  response.setHeader('x-amzn-errortype', type);
  end(response, status, JSON.stringify({ Type: 'User', Message: message }));
}

function end(response: ServerResponse, status: number, body = ''): void {
  response.statusCode = status;
  response.end(body);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
