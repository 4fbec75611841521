/** What a failed request to S3 means. */
export interface StoreFailure {
  /**
   * `missing`: no such key, or no right to know (403 is S3's answer where the role may not list).
   * `condition`: the write's condition does not hold (412), or another writer was faster (409).
   * `unavailable`: it may work next time. `refused`: it will not.
   */
  readonly kind: 'missing' | 'condition' | 'unavailable' | 'refused';
  readonly code: string;
  /** How many requests the SDK sent. */
  readonly requests: number;
  /** No answer, or one that ended early. */
  readonly brokenOff: boolean;
}

interface ServiceFault {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

const transientCodes = new Set([
  'SlowDown',
  'RequestTimeout',
  'ThrottlingException',
  'InternalError',
  'ServiceUnavailable',
]);

/** Reads an error of the SDK. */
export function classifyFailure(error: unknown): StoreFailure {
  const fault: ServiceFault = typeof error === 'object' && error !== null ? error : {};
  const status = fault.$metadata?.httpStatusCode;
  const code = fault.name ?? 'UnknownError';
  return {
    kind: kindOf(status, code),
    code,
    requests: fault.$metadata?.attempts ?? 1,
    brokenOff: status === undefined || status < 300,
  };
}

function kindOf(status: number | undefined, code: string): StoreFailure['kind'] {
  if (status === 412 || status === 409) return 'condition';
  if (code === 'NoSuchKey' || code === 'NotFound') return 'missing';
  if (code === 'AccessDenied') return 'missing';
  if (isLocalMistake(status, code)) return 'refused';
  if (status === undefined || status < 300 || status >= 500 || status === 429) return 'unavailable';
  return transientCodes.has(code) ? 'unavailable' : 'refused';
}

/** A request that never left, and never will: the process has no credentials. */
function isLocalMistake(status: number | undefined, code: string): boolean {
  return status === undefined && (code === 'CredentialsProviderError' || code === 'MissingCredentialsError');
}
