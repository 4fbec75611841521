import {
  DescribeMapRunCommand,
  type DescribeMapRunOutput,
  ListMapRunsCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { machine, scope } from '../conformance/row.js';
import { createMachine, ended, start } from '../harness.js';

/** A machine of one distributed Map. */
export function distributed(
  states: Readonly<Record<string, object>>,
  more: Readonly<Record<string, unknown>> = {},
  executionType = 'STANDARD',
): object {
  const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: executionType };
  return machine({
    Each: {
      Type: 'Map',
      Label: 'Each',
      ItemProcessor: { ProcessorConfig, ...scope(states) },
      End: true,
      ...more,
    },
  });
}

/** An item reader of an object in the bucket of the tests. */
export function reader(key: string, config: object): object {
  return {
    Resource: 'arn:aws:states:::s3:getObject',
    Arguments: { Bucket: 'data', Key: key },
    ReaderConfig: config,
  };
}

/** A result writer to the bucket of the tests. */
export function writer(prefix: string, config?: object): object {
  return {
    Resource: 'arn:aws:states:::s3:putObject',
    Arguments: { Bucket: 'data', Prefix: prefix },
    ...(config === undefined ? {} : { WriterConfig: config }),
  };
}

/** How an execution ended, and its one Map run. */
export interface MapResult {
  readonly executionArn: string;
  readonly status: string | undefined;
  readonly output: unknown;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly run: DescribeMapRunOutput;
}

/** Runs a machine of one Map to its end. */
export async function runMap(client: SFNClient, definition: object, input: unknown = {}): Promise<MapResult> {
  const executionArn = await start(client, await createMachine(client, definition), input);
  const { status, output, error, cause } = await ended(client, executionArn);
  const run = await mapRunOf(client, executionArn);
  return {
    executionArn,
    status,
    output: output === undefined ? undefined : JSON.parse(output),
    error,
    cause,
    run,
  };
}

/** The one Map run of an execution. */
export async function mapRunOf(client: SFNClient, executionArn: string): Promise<DescribeMapRunOutput> {
  const { mapRuns } = await client.send(new ListMapRunsCommand({ executionArn }));
  const mapRunArn = mapRuns?.[0]?.mapRunArn;
  if (mapRuns?.length !== 1 || mapRunArn === undefined) {
    throw new Error(`The execution has ${mapRuns?.length} Map runs.`);
  }
  return await client.send(new DescribeMapRunCommand({ mapRunArn }));
}
