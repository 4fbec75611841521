import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One scripted answer of DescribeExecution: a status, an error of the service, or a cut connection. */
export type Answer =
  | { readonly status: string; readonly error?: string; readonly cause?: string; readonly input?: string }
  | { readonly fault: string; readonly code: number }
  | 'cut'
  | 'silence';

export interface StatesStub {
  readonly endpoint: string;
  readonly requests: () => number;
  close(): Promise<void>;
}

/** Step Functions at the edge of HTTP: answers DescribeExecution by a script, whose last line is repeated. */
export async function startStatesStub(script: readonly Answer[]): Promise<StatesStub> {
  let requests = 0;
  const server: Server = createServer((request, response) => {
    request.resume();
    const answer = script[Math.min(requests, script.length - 1)] ?? 'cut';
    requests += 1;
    if (answer === 'cut') return void request.socket.destroy();
    if (answer === 'silence') return;
    const failed = 'fault' in answer;
    response.writeHead(failed ? answer.code : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(
      JSON.stringify(
        failed ? { __type: answer.fault, message: 'scripted' } : { startDate: 1_700_000_000, ...answer },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
