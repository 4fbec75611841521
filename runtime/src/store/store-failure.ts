/** What a failed request to S3 means. */
export interface StoreFailure {
  /**
   * `missing`: no such key, or no right to know (403 is S3's answer where the role may not list).
   * `condition`: the write's condition does not hold (412), or another writer was faster (409).
   * `unavailable`: it may work next time. `refused`: it will not.
   */
  readonly kind: 'missing' | 'condition' | 'unavailable' | 'refused';
  readonly code: string;
  /** Of the HTTP answer, where there was one. */
  readonly status: number | undefined;
  /** How many requests the SDK sent. */
  readonly requests: number;
  /** No answer, or one that ended early. */
  readonly brokenOff: boolean;
}

interface ServiceFault {
  readonly name?: string;
  /** Present on what a service answered; absent on what became of a connection. */
  readonly $fault?: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

const transientCodes = new Set(['SlowDown', 'RequestTimeout', 'ThrottlingException']);
/** The process has no credentials: the request never left, and never will. */
const localMistakes = new Set(['CredentialsProviderError', 'MissingCredentialsError']);

/** Reads an error of the SDK. */
export function classifyFailure(error: unknown): StoreFailure {
  const fault: ServiceFault = typeof error === 'object' && error !== null ? error : {};
  const code = fault.name ?? 'UnknownError';
  const brokenOff = fault.$fault === undefined && !localMistakes.has(code);
  return {
    kind: brokenOff ? 'unavailable' : kindOf(fault.$metadata?.httpStatusCode, code),
    code,
    status: fault.$metadata?.httpStatusCode,
    requests: fault.$metadata?.attempts ?? 1,
    brokenOff,
  };
}

function kindOf(status: number | undefined, code: string): StoreFailure['kind'] {
  if (status === 412 || status === 409) return 'condition';
  if (code === 'NoSuchKey' || code === 'NotFound' || code === 'AccessDenied') return 'missing';
  if (status === undefined) return 'refused';
  return status >= 500 || status === 429 || transientCodes.has(code) ? 'unavailable' : 'refused';
}
