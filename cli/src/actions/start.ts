import { existsSync } from 'node:fs';
import {
  type Client,
  type ExecutionOutcome,
  parseStateMachineArn,
  type StartedExecution,
  type WaitOptions,
} from '@sfs3/client';
import { type Service, stateMachineName, type Workflow } from '@sfs3/generator';
import { defaultSpec } from '../defaults.js';
import { type ExitCode, exitCodes, UsageError } from '../exit.js';
import { followExecution, noteFailure } from '../follow.js';
import { readExecutionInput } from '../input.js';
import { withClient } from '../remote-client.js';
import { sampleInput } from '../sample-input.js';
import { readSpec } from '../spec.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 start` was asked. */
export interface StartCommandOptions {
  readonly input?: string;
  readonly id?: string;
  readonly timeout?: number;
  readonly json?: true;
  readonly spec?: string;
}

/** Starts an execution of a deployed workflow and follows it. */
export async function start(
  arn: string,
  options: StartCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const machine = parseStateMachineArn(arn);
  const input = await chooseInput(machine.name, options, terminal);
  const started = options.id === undefined ? {} : { id: options.id };
  const outcome = await withClient(machine.region, async (client: Client) => {
    const execution = await client.start(arn, input, started);
    return follow(execution, options, terminal);
  });
  return outcome.status === 'SUCCEEDED' ? exitCodes.ok : exitCodes.failed;
}

async function follow(
  execution: StartedExecution,
  { timeout, json }: StartCommandOptions,
  terminal: Terminal,
): Promise<ExecutionOutcome> {
  const limit: WaitOptions = timeout === undefined ? {} : { timeoutSeconds: timeout };
  const document = `s3://${process.env.BUCKET_NAME}/${execution.txnId}`;
  if (json) {
    const outcome = await execution.wait(limit);
    const { txnId, created, eTag, serverSideEncryption } = execution;
    terminal.out(JSON.stringify({ txnId, created, eTag, serverSideEncryption, ...outcome, document }));
    return outcome;
  }
  const outcome = await followExecution(execution, terminal.out, limit);
  if (outcome.status === 'SUCCEEDED') terminal.out(`aws s3 cp ${document} -`);
  else noteFailure(outcome, terminal);
  return outcome;
}

/** What was given; else the example of the workflow whose state machine this is; else nothing. */
async function chooseInput(
  machine: string,
  options: StartCommandOptions,
  terminal: Terminal,
): Promise<object> {
  if (options.input !== undefined) return readExecutionInput(options.input, terminal);
  const path = options.spec ?? defaultSpec;
  if (options.spec === undefined && !existsSync(path)) return {};
  const { service } = (await readSpec(path)).report;
  if (service === undefined) {
    if (options.spec === undefined) return {};
    throw new UsageError(`"${path}" has mistakes; \`sfs3 check ${path}\` shows them.`);
  }
  const workflow = workflowOf(service, machine);
  return workflow === undefined ? {} : sampleInput(service, workflow);
}

/** The workflow of this state machine: by the spec's own stage, else by the longest name that fits. */
function workflowOf({ workflows, stage }: Service, machine: string): Workflow | undefined {
  const exact = workflows.find(({ name }) => stateMachineName(name, stage) === machine);
  const fitting = workflows.filter(({ name }) => machine.startsWith(`${name}-`));
  return exact ?? fitting.sort((one, other) => other.name.length - one.name.length)[0];
}
