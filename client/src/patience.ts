/** Decides whether a failed poll ends the wait. */
export interface Patience {
  /** A poll was answered: what came before is forgotten. */
  answered(): void;
  /** True when the wait should go on after this error. */
  bears(error: unknown): boolean;
}

/** Polls in a row that a wait sees fail: about a minute for a service that does not answer, seconds for an execution that is not known. */
const bearable = { broken: 24, unknown: 6 };

const throttling = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
]);
const broken = new Set(['TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);

/**
 * A throttled poll is always borne, since quotas refill. A service or network that does not answer is borne for a while,
 * and so is an execution that is not known yet: Step Functions answers with what it knew a moment ago.
 */
export function createPatience(): Patience {
  let failures = 0;
  let seen = false;
  return {
    answered: () => {
      failures = 0;
      seen = true;
    },
    bears: (error) => {
      const { name, code, status } = factsOf(error);
      if (throttling.has(name) || status === 429) return true;
      failures += 1;
      if (name === 'ExecutionDoesNotExist') return !seen && failures <= bearable.unknown;
      return failures <= bearable.broken && (status >= 500 || broken.has(name) || broken.has(code));
    },
  };
}

function factsOf(error: unknown): { name: string; code: string; status: number } {
  if (!(error instanceof Error)) return { name: '', code: '', status: 0 };
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return {
    name: error.name,
    code: typeof code === 'string' ? code : '',
    status: $metadata?.httpStatusCode ?? 0,
  };
}
