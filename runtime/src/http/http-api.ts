import { createLogger, type StepLogger } from '../logger.js';

/** What the endpoints use of API Gateway's payload format 2.0. */
export interface HttpRequest {
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly pathParameters?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  readonly requestContext?: { readonly requestId?: string | undefined } | undefined;
}

/** An answer in API Gateway's payload format 2.0. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The handler of an http endpoint. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

/** An answer other than success: thrown by an endpoint, answered as `{error, message}` and what else is known. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem' as const;
  readonly statusCode: number;
  readonly error: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    statusCode: number,
    error: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.statusCode = statusCode;
    this.error = error;
    this.details = details;
  }
}

/** Answers with JSON. */
export function jsonResponse(statusCode: number, body: unknown): HttpResponse {
  return textResponse(statusCode, JSON.stringify(body));
}

/** Answers with a text that is JSON already. */
export function textResponse(statusCode: number, body: string): HttpResponse {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}

/** Wraps an endpoint: one log line for each request, and an answer for each error. */
export function createHttpHandler(
  workflow: string,
  endpoint: string,
  answer: (request: HttpRequest, logger: StepLogger) => Promise<HttpResponse>,
): HttpHandler {
  return async (request) => {
    const logger = createLogger({ workflow, endpoint, requestId: request.requestContext?.requestId });
    try {
      const response = await answer(request, logger);
      logger.info('request answered', { status: response.statusCode });
      return response;
    } catch (error) {
      const problem = toProblem(error);
      logger[problem.statusCode >= 500 ? 'error' : 'info']('request answered', {
        status: problem.statusCode,
        error: error instanceof HttpProblem ? error.error : error,
      });
      return jsonResponse(problem.statusCode, {
        error: problem.error,
        message: problem.message,
        ...problem.details,
      });
    }
  };
}

const statusOfError: Readonly<Record<string, number>> = {
  InvalidTransactionIdError: 400,
  InputValidationError: 400,
  InputKeyConflictError: 400,
  NotJsonError: 400,
  DocumentNotFoundError: 404,
  IdConflictError: 409,
  DocumentOwnedError: 409,
  StoreUnavailableError: 503,
  StartUnavailableError: 503,
};

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { name, message } = error instanceof Error ? error : new Error();
  const status = statusOfError[name];
  if (status === undefined)
    return new HttpProblem(500, 'InternalError', 'The request failed; its log line says why.');
  return new HttpProblem(status, name, status === 503 ? 'The service is busy; ask again.' : message);
}
