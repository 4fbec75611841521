import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startFixture } from '../lambda-fixture.js';

/** A state machine whose placeholders are functions, or another state machine. */
const machine = (name: string, states: Readonly<Record<string, object>>) => ({
  name,
  definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states }),
  functions: { EchoArn: 'echo' },
});

const echo = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  // The placeholder's sign stands alone, since this is no template.
  Arguments: { FunctionName: `$\{EchoArn}`, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
};

const asking = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: `$\{EchoArn}`, Payload: { token: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 259_200,
  Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Escalate' }],
};

const lines = {
  Type: 'Map',
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    Arguments: { Bucket: 'test-bucket', Key: 'lines.csv' },
    ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
  },
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Tomorrow',
    States: { Tomorrow: { Type: 'Wait', Seconds: 86_400, Next: 'Echo' }, Echo: { ...echo, End: true } },
  },
};

const stateMachines = [
  machine('Approval', {
    Ask: { ...asking, End: true },
    Escalate: { Type: 'Succeed', Output: 'escalated' },
  }),
  machine('Parent', {
    Child: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: `$\{StateMachineArn:Lines}` },
      Output: '{% $states.result.Output %}',
      Next: 'Keep',
    },
    Keep: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
      Arguments: { Bucket: 'test-bucket', Key: 'kept', Body: '{% $states.input %}' },
      End: true,
    },
  }),
  machine('Lines', { Lines: { ...lines, End: true } }),
];

let fixture: Fixture;
let s3: S3Client;
let sfn: SFNClient;

beforeAll(async () => {
  fixture = await startFixture({ time: 'skip' });
  const source =
    'export const handler = async (event) => { console.log(JSON.stringify(event)); return event; };';
  await fixture.apply({ echo: source }, { stateMachines });
  const settings = {
    endpoint: fixture.services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  s3 = new S3Client(settings);
  sfn = new SFNClient(settings);
});

afterAll(async () => {
  s3.destroy();
  sfn.destroy();
  await fixture.close();
});

const start = async (name: string) => {
  const stateMachineArn = fixture.services.stateMachineArn(name);
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
  return executionArn;
};

async function ended(executionArn: string | undefined) {
  for (;;) {
    const description = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (description.status !== 'RUNNING') return description;
  }
}

test('three days pass at once where nobody approves', async () => {
  const { output, startDate, stopDate } = await ended(await start('Approval'));
  expect(output).toBe('"escalated"');
  expect(Number(stopDate) - Number(startDate)).toBeGreaterThanOrEqual(259_200_000);
});

test('time that is held leaves somebody the time to approve', async () => {
  const release = fixture.services.holdTime();
  const before = fixture.lines.length;
  const executionArn = await start('Approval');
  let taskToken: string | undefined;
  while (taskToken === undefined) {
    const line = fixture.lines.slice(before).find(({ text }) => text.includes('"token"'));
    taskToken = line && JSON.parse(line.text.slice(line.text.indexOf('{'))).token;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await sfn.send(new SendTaskSuccessCommand({ taskToken, output: '"approved"' }));
  release();
  expect((await ended(executionArn)).output).toBe('"approved"');
});

test('a child reads the embedded S3, waits a day for each line, and its parent writes what came of it', async () => {
  await s3.send(new PutObjectCommand({ Bucket: 'test-bucket', Key: 'lines.csv', Body: 'id\n1\n2\n' }));
  const { status } = await ended(await start('Parent'));
  expect(status).toBe('SUCCEEDED');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'test-bucket', Key: 'kept' }));
  expect(await Body?.transformToString()).toBe('[{"id":"1"},{"id":"2"}]');
});
