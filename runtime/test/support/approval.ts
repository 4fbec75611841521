import { EventEmitter, once } from 'node:events';
import { S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import type { StepDefinition } from '../../src/contract/index.js';
import { type AnswerInput, type CallbackContext, createCallbackHandler, newTxnId } from '../../src/index.js';
import type { Meddle } from './front.js';
import { putText } from './objects.js';
import { bucketName, startServices, type TestServices } from './services.js';

/** An execution whose step waits for an answer. */
export interface Asked {
  readonly txnId: string;
  readonly executionArn: string;
  /** What the body was given to give away. */
  readonly token: string;
  /** For answering it. */
  readonly input: AnswerInput;
  /** Status and output, or error and cause, once the execution has ended. */
  end(): Promise<{ status?: string; output?: unknown; error?: string; cause?: string }>;
  stop(): Promise<void>;
}

/** A state machine with one step that waits, its function in this process. */
export interface Approval {
  readonly services: TestServices;
  /** Starts an execution; resolves once its step has asked. */
  ask(definition: StepDefinition): Promise<Asked>;
  /** Resolves to the token that the step of this execution gives away next. */
  nextToken(txnId: string): Promise<string>;
  close(): Promise<void>;
}

const askState = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: '{% $states.input.step %}',
    Payload: {
      processData: '{% $states.input.processData %}',
      execution: '{% $states.context.Execution.Id %}',
      state: '{% $states.context.State.Name %}',
      entered: '{% $states.context.State.EnteredTime %}',
      retry: '{% $states.context.State.RetryCount %}',
      redrive: 0,
      taskToken: '{% $states.context.Task.Token %}',
    },
  },
  Output: '{% $states.result %}',
  Retry: [{ ErrorEquals: ['AskAgain'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 1 }],
  End: true,
};
const machine = { QueryLanguage: 'JSONata', StartAt: 'ask', States: { ask: askState } };

/** Serves the approval; each request of an answer comes by the front. */
export async function serveApproval(meddle: Meddle): Promise<Approval> {
  const definitions = new Map<string, StepDefinition>();
  const given = new EventEmitter().setMaxListeners(0);
  const run = ({ context }: { context: CallbackContext }): void => {
    given.emit(context.txnId, context.taskToken);
  };
  const services = await startServices(meddle, async (name, payload) => {
    // The payload names the step by the function's name, so that many definitions share one machine.
    await createCallbackHandler(definitions.get(name) as StepDefinition, run)(JSON.parse(payload));
    return { kind: 'success', payload: '{}' };
  });
  const settings = {
    endpoint: services.front.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 4,
  };
  const clients: { destroy(): void }[] = [];
  /** Clients of their own, so that each of their requests tells which execution it is about. */
  const clientsFor = (txnId: string) => {
    const own = { ...settings, customUserAgent: txnId };
    const pair = { s3: new S3Client({ ...own, forcePathStyle: true }), sfn: new SFNClient(own) };
    clients.push(pair.s3, pair.sfn);
    return pair;
  };
  const { stateMachineArn } = await services.sfn.send(
    new CreateStateMachineCommand({
      name: 'ProcessA-dev',
      definition: JSON.stringify(machine),
      roleArn: 'arn:aws:iam::000000000000:role/none',
    }),
  );
  const nextToken = async (txnId: string): Promise<string> => {
    const [token] = await once(given, txnId);
    return token;
  };
  return {
    services,
    nextToken,
    ask: async (definition) => {
      definitions.set(definition.step, definition);
      const txnId = newTxnId();
      await putText(services.s3, txnId, '{"foo":"foo val","lines":[1,2]}');
      const input = JSON.stringify({ processData: txnId, step: definition.step });
      const asking = nextToken(txnId);
      const { executionArn = '' } = await services.sfn.send(
        new StartExecutionCommand({ stateMachineArn, name: txnId, input }),
      );
      const { workflow, step, output } = definition;
      return {
        txnId,
        executionArn,
        token: await asking,
        input: { ...clientsFor(txnId), bucket: bucketName, workflow, txnId, step, schema: output?.schema },
        end: () => endOf(services.sfn, executionArn),
        stop: async () => void (await services.sfn.send(new StopExecutionCommand({ executionArn }))),
      };
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await services.close();
    },
  };
}

async function endOf(sfn: SFNClient, executionArn: string) {
  const describe = () => sfn.send(new DescribeExecutionCommand({ executionArn }));
  await expect.poll(async () => (await describe()).status, { timeout: 10_000 }).not.toBe('RUNNING');
  const { status, output, error, cause } = await describe();
  return {
    ...(status ? { status } : {}),
    ...(output ? { output: JSON.parse(output) as unknown } : {}),
    ...(error ? { error } : {}),
    ...(cause ? { cause } : {}),
  };
}
