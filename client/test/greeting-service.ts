import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { type LocalService, type LocalServices, startLocalServices } from '@sfs3/local';
import type { Client } from '../src/client.js';
import { createClient } from '../src/create-client.js';

/** The bucket of the service. */
export const bucket = 'greetings-dev';

const definition = {
  workflow: 'Greeting',
  step: 'greet',
  reads: [{ key: 'input', optional: false }],
  output: { key: 'greet-output' },
  outputKeys: ['greet-output'],
};
const handler = (publishes: boolean): string => `
import { createStepHandler } from '@sfs3/runtime';

const definition = ${JSON.stringify(
  publishes
    ? { ...definition, publish: { outputs: ['greet-output'], certain: ['greet-output'], maxBytes: 33554432 } }
    : definition,
)};

export const handler = createStepHandler(definition, ({ input }) => {
  if (input.fail) throw Object.assign(new Error('nobody is at home'), { name: 'NobodyHome' });
  return { text: 'Hello ' + input.name };
});
`;

const task = (next: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: `$${'{GreetArn}'}`,
    Payload: {
      processData: '{% $states.input.processData %}',
      execution: '{% $states.context.Execution.Id %}',
      state: '{% $states.context.State.Name %}',
      entered: '{% $states.context.State.EnteredTime %}',
      retry: '{% $states.context.State.RetryCount %}',
      redrive: 0,
    },
  },
  Output: '{% $states.input %}',
  ...next,
});

const machine = (states: object, settings: object = {}): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'greet', States: states, ...settings });

/**
 * Two functions and their state machines: `Greeting` greets and ends, `Held` greets and then waits for an hour, `Hasty` is given
 * a second for what takes an hour.
 */
function describeService(folder: string): LocalService {
  const greeting = { GreetArn: 'greetings-dev-greet' };
  const holding = { GreetArn: 'greetings-dev-greet-and-hold' };
  const held = { greet: task({ Next: 'hold' }), hold: { Type: 'Wait', Seconds: 3600, End: true } };
  const settings = { timeoutSeconds: 10, memoryMb: 256, environment: { BUCKET_NAME: bucket } };
  return {
    bucket: { name: bucket, versioning: true },
    functions: [
      { name: greeting.GreetArn, entry: join(folder, 'greet.ts'), ...settings },
      { name: holding.GreetArn, entry: join(folder, 'greet-and-hold.ts'), ...settings },
    ],
    stateMachines: [
      { name: 'Greeting-dev', definition: machine({ greet: task({ End: true }) }), functions: greeting },
      { name: 'Held-dev', definition: machine(held), functions: holding },
      // A stage with a dash: the name alone does not tell that the workflow is Held.
      { name: 'Held-pr-7', definition: machine(held), functions: holding },
      { name: 'Hasty-dev', definition: machine(held, { TimeoutSeconds: 1 }), functions: holding },
    ],
    routes: [],
  };
}

/** The service on loopback, and clients of it. */
export interface GreetingService {
  readonly services: LocalServices;
  readonly client: Client;
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  /** ARN of the state machine of a workflow at the stage `dev`. */
  arnOf(workflow: string): string;
  close(): Promise<void>;
}

/** Serves the greetings on loopback. */
export async function serveGreetings(): Promise<GreetingService> {
  const folder = await mkdtemp(join(tmpdir(), 'sfs3-client-'));
  await writeFile(join(folder, 'greet.ts'), handler(true));
  await writeFile(join(folder, 'greet-and-hold.ts'), handler(false).replaceAll('"Greeting"', '"Held"'));
  const services = await startLocalServices();
  await services.apply(describeService(folder));
  const { endpoint } = services;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const settings = { endpoint, region: 'us-east-1', credentials };
  const client = createClient({ ...settings, bucket });
  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  const sfn = new SFNClient(settings);
  return {
    services,
    client,
    s3,
    sfn,
    arnOf: (workflow) => services.stateMachineArn(`${workflow}-dev`),
    close: async () => {
      for (const open of [s3, sfn]) open.destroy();
      client.close();
      await services.close();
      await rm(folder, { recursive: true });
    },
  };
}
