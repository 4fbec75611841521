import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConnectOptions, connectService, type ServiceClient } from '../src/connect.js';
import { bucket, type GreetingService, serveGreetings } from './greeting-service.js';

/** As a generated contract has it. */
interface Input {
  readonly name: string;
  readonly fail?: boolean;
}
interface Document extends Input {
  readonly 'greet-output': { readonly text: string };
}
interface Workflows {
  readonly Greeting: { readonly input: Input; readonly document: Document };
  readonly Held: { readonly input: Input; readonly document: Document };
}

function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>(
    {
      Greeting: { workflow: 'Greeting', outputKeys: ['greet-output'] },
      Held: { workflow: 'Held', outputKeys: ['greet-output'] },
    },
    options,
  );
}

let served: GreetingService;
let service: ServiceClient<Workflows>;

beforeAll(async () => {
  served = await serveGreetings();
  service = connect({
    bucket,
    endpoint: served.services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    stateMachines: { Greeting: served.services.stateMachineArn('Greeting-dev') },
  });
});

afterAll(() => served?.close());

describe('a typed service', () => {
  it('takes a typed input and gives a typed document', async () => {
    const execution = await service.Greeting.start({ name: 'Ada' }, { id: 'typed' });
    const document = await execution.result();
    const text: string = document['greet-output'].text;
    expect(text).toBe('Hello Ada');

    const again = await service.Greeting.execution({ txnId: execution.txnId });
    expect((await again.fetch()).name).toBe('Ada');
  });

  it('tells which ARN it lacks when a workflow is used', async () => {
    await expect(service.Held.start({ name: 'Bob' })).rejects.toMatchObject({
      name: 'ClientConfigurationError',
      message: expect.stringContaining('"Held"'),
    });
    expect(() => service.Held.stateMachineArn).toThrow('"Held"');
  });

  it('does not compile with a wrong name, input or read', () => {
    const wrong = [
      // @ts-expect-error the input lacks its name
      () => service.Greeting.start({}),
      // @ts-expect-error a name is a string
      () => service.Greeting.start({ name: 7 }),
      // @ts-expect-error there is no such workflow
      () => service.Nobody,
      // @ts-expect-error there is no such output
      async () => (await (await service.Greeting.start({ name: 'Ada' })).result())['other-output'],
      // @ts-expect-error there is no such state machine
      () => connect({ stateMachines: { Nobody: 'arn' } }),
    ];
    expect(wrong).toHaveLength(5);
  });
});
