import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalServices, startLocalServices } from '@sfs3/local';
import type { ClientOptions } from '../src/options.js';

/** The bucket of the service. */
export const bucket = 'approvals-dev';

const definition = {
  workflow: 'Approval',
  step: 'approve',
  reads: [{ key: 'input', optional: false }],
  output: { key: 'approve-output', signals: [{ name: 'approved', path: ['approved'], measure: 'value' }] },
  outputKeys: ['approve-output'],
};

const handler = (settings: object): string => `
import { createCallbackHandler } from '@sfs3/runtime';

export const handler = createCallbackHandler(${JSON.stringify(settings)}, ({ context }) => {
  context.logger.info('asked', { token: context.taskToken });
});
`;

const ask = (functionVariable: string, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: `$${`{${functionVariable}}`}`,
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
  End: true,
  ...more,
});

const machine = (states: object): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'approve', States: states });

/** The service on loopback. */
export interface ApprovalService {
  readonly services: LocalServices;
  /** For clients. */
  readonly options: ClientOptions;
  arnOf(workflow: string): string;
  /** Resolves to the token that the step of this execution gives away. */
  tokenOf(txnId: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Serves three workflows: `Approval` waits for an approval, `Hurried` does so for a second and goes on without, `Signal` waits for
 * an answer without content.
 */
export async function serveApprovals(): Promise<ApprovalService> {
  const folder = await mkdtemp(join(tmpdir(), 'sfs3-client-'));
  const { output: _none, ...bare } = { ...definition, workflow: 'Signal', step: 'approve' };
  await writeFile(join(folder, 'approve.ts'), handler(definition));
  await writeFile(join(folder, 'hurried.ts'), handler({ ...definition, workflow: 'Hurried' }));
  await writeFile(join(folder, 'signal.ts'), handler(bare));
  const tokens = new Map<string, string>();
  const waiting = new Map<string, (token: string) => void>();
  const services = await startLocalServices({
    log: ({ text }) => {
      if (!text.includes('"asked"')) return;
      const { txnId, token } = JSON.parse(text) as { txnId: string; token: string };
      tokens.set(txnId, token);
      waiting.get(txnId)?.(token);
    },
  });
  const settings = { timeoutSeconds: 10, memoryMb: 256, environment: { BUCKET_NAME: bucket } };
  const late = { Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'go-on' }], TimeoutSeconds: 1 };
  const hurried = { approve: ask('Ask', late), 'go-on': { Type: 'Pass', End: true } };
  await services.apply({
    bucket: { name: bucket, versioning: true },
    functions: ['approve', 'hurried', 'signal'].map((name) => ({
      name,
      entry: join(folder, `${name}.ts`),
      ...settings,
    })),
    stateMachines: [
      {
        name: 'Approval-dev',
        definition: machine({ approve: ask('Ask', {}) }),
        functions: { Ask: 'approve' },
      },
      { name: 'Hurried-dev', definition: machine(hurried), functions: { Ask: 'hurried' } },
      { name: 'Signal-pr-7', definition: machine({ approve: ask('Ask', {}) }), functions: { Ask: 'signal' } },
    ],
    routes: [],
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return {
    services,
    options: { endpoint: services.endpoint, region: 'us-east-1', credentials, bucket },
    arnOf: (workflow) => services.stateMachineArn(workflow === 'Signal' ? 'Signal-pr-7' : `${workflow}-dev`),
    tokenOf: async (txnId) =>
      tokens.get(txnId) ?? new Promise<string>((resolve) => waiting.set(txnId, resolve)),
    close: async () => {
      await services.close();
      await rm(folder, { recursive: true });
    },
  };
}
