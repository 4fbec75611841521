import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, type DevServices, startDev, withoutAws } from './support/dev-services.js';
import { expectProcessADocument } from './support/process-a.js';
import { runCommand } from './support/run-command.js';

const installed = spawnSync('aws', ['--version']).status === 0;

it.runIf(process.env.SFS3_TEST_AWS_CLI === 'required')('the AWS CLI is installed where CI wants it', () => {
  expect(installed).toBe(true);
});

describe.runIf(installed)('the AWS CLI', () => {
  let services: DevServices;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    services = await startDev();
    env = {
      ...withoutAws(process.env),
      ...services.environment,
      AWS_PAGER: '',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
  });
  afterAll(() => services?.close());

  /** AWS CLI 1 reads AWS_ENDPOINT_URL only in its later releases, so the endpoint is an option, too. */
  async function aws(...args: string[]): Promise<string> {
    const endpoint = services.environment.AWS_ENDPOINT_URL ?? '';
    const { exitCode, stdout, stderr } = await runCommand('aws', ['--endpoint-url', endpoint, ...args], {
      env,
    });
    expect(exitCode, stderr).toBe(0);
    return stdout;
  }

  it('reads a document that the client made', async () => {
    const arn = services.environment.STATE_MACHINE_ARN ?? '';
    const started = await runCommand(process.execPath, [command, 'start', arn], { env });
    expect(started.exitCode, started.stderr).toBe(0);
    const txnId = /^txnId: (0x[0-9a-f]+)$/m.exec(started.stdout)?.[1];
    expectProcessADocument(await aws('s3', 'cp', `s3://${env.BUCKET_NAME}/${txnId}`, '-'));
  });

  it('lists the state machines, starts one, describes it and reads its history', async () => {
    const machines = JSON.parse(await aws('stepfunctions', 'list-state-machines')) as {
      stateMachines: { name: string; stateMachineArn: string }[];
    };
    expect(machines.stateMachines.map(({ name }) => name).sort()).toEqual(['ProcessA-dev', 'downstream-dev']);
    const arn = machines.stateMachines.find(({ name }) => name === 'ProcessA-dev')?.stateMachineArn ?? '';

    const txnId = '0x58fe985b67000001';
    await aws(
      's3api',
      'put-object',
      '--bucket',
      env.BUCKET_NAME ?? '',
      '--key',
      txnId,
      '--body',
      'test/support/input.json',
    );
    const input = JSON.stringify({ processData: txnId });
    const { executionArn } = JSON.parse(
      await aws('stepfunctions', 'start-execution', '--state-machine-arn', arn, '--input', input),
    ) as { executionArn: string };
    await runCommand(process.execPath, [command, 'wait', executionArn], { env });

    const execution = JSON.parse(
      await aws('stepfunctions', 'describe-execution', '--execution-arn', executionArn),
    );
    expect(execution).toMatchObject({ status: 'SUCCEEDED', stateMachineArn: arn, input });
    const { events } = JSON.parse(
      await aws('stepfunctions', 'get-execution-history', '--execution-arn', executionArn),
    ) as {
      events: { id: number; type: string }[];
    };
    expect(events[0]).toMatchObject({ id: 1, type: 'ExecutionStarted' });
    expect(events.filter(({ type }) => type === 'TaskStateExited')).toHaveLength(6);
    expect(events.at(-1)?.type).toBe('ExecutionSucceeded');
  });
});
