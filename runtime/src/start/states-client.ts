import { SFNClient } from '@aws-sdk/client-sfn';

let shared: SFNClient | undefined;

/** The process's one Step Functions client; in a module of its own, so that a step that starts nothing does not carry it. */
export function sharedStatesClient(): SFNClient {
  shared ??= new SFNClient({
    retryMode: 'standard',
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 2_000, socketTimeout: 4_000 },
  });
  return shared;
}
