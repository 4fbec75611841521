import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  paginateGetExecutionHistory,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { InvokeFunction } from '../../src/invocation.js';
import { createStatesService, type StatesOptions, type StatesService } from '../../src/states/index.js';

/** A role for machines: one in name only, unless another Step Functions is held against the table. */
export const roleArn = process.env.SFS3_STATES_CONTRACT_ROLE ?? 'arn:aws:iam::000000000000:role/test';

/** The embedded Step Functions behind a server on loopback, with a real client. */
export interface Harness {
  readonly client: SFNClient;
  readonly service: StatesService;
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts the service; options override what the tests use by default. */
export async function startStates(options: Partial<StatesOptions> = {}): Promise<Harness> {
  const service = createStatesService({
    region: 'us-east-1',
    accountId: '000000000000',
    invoke: noFunctions,
    ...options,
  });
  const server = createServer((request, response) => void service.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = clientOf(endpoint);
  return {
    client,
    service,
    endpoint,
    close: async () => {
      client.destroy();
      await service.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A client of the embedded endpoint. */
function clientOf(endpoint: string): SFNClient {
  return new SFNClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
}

const noFunctions: InvokeFunction = async (name) => ({
  kind: 'error',
  errorType: 'Lambda.ResourceNotFoundException',
  errorMessage: `Function not found: ${name}`,
});

let machines = 0;

/** Creates a machine under a name of its own and returns its ARN. */
export async function createMachine(client: SFNClient, definition: object): Promise<string> {
  machines += 1;
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({
      name: `machine-${process.pid}-${machines}`,
      definition: JSON.stringify(definition),
      roleArn,
    }),
  );
  return String(stateMachineArn);
}

/** Starts an execution and returns its ARN. */
export async function start(
  client: SFNClient,
  stateMachineArn: string,
  input: unknown = {},
  name?: string,
): Promise<string> {
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name }),
  );
  return String(executionArn);
}

/** Asks until the execution has ended. */
export async function ended(client: SFNClient, executionArn: string): Promise<DescribeExecutionOutput> {
  for (;;) {
    const description = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (description.status !== 'RUNNING') {
      return description;
    }
  }
}

/** Creates a machine, runs it once and returns how the execution ended. */
export async function runOnce(
  client: SFNClient,
  definition: object,
  input: unknown = {},
): Promise<DescribeExecutionOutput> {
  return await ended(client, await start(client, await createMachine(client, definition), input));
}

/** Every event of an execution. */
export async function historyOf(client: SFNClient, executionArn: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn })) {
    events.push(...(page.events ?? []));
  }
  return events;
}

/** The first page of an execution's history, by its own command. */
export async function firstPage(client: SFNClient, executionArn: string, maxResults: number) {
  return await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults }));
}
