import type { Client, ExecutionOutcome, StartedExecution } from '@sfs3/client';
import { bucketName, type Service, stateMachineName, type Workflow } from '@sfs3/generator';
import type { LocalServices } from '@sfs3/local';
import { buildProject, type Project } from '../build-project.js';
import { type ExitCode, exitCodes, UsageError } from '../exit.js';
import { followExecution, noteFailure } from '../follow.js';
import { readExecutionInput } from '../input.js';
import { localClient } from '../local-client.js';
import { noteLog } from '../note-log.js';
import { sampleInput } from '../sample-input.js';
import { startServices } from '../services.js';
import { listenForStop } from '../stop-signal.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 run` was asked. */
export interface RunCommandOptions {
  readonly spec: string;
  readonly stage?: string;
  readonly input?: string;
  readonly id?: string;
  readonly timeout?: number;
  readonly logs?: true;
  readonly json?: true;
}

/** Runs one execution with everything inside this process and prints its document. */
export async function run(
  name: string | undefined,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const project = await buildProject(options, terminal);
  if (project === undefined) return exitCodes.failed;
  const workflow = chooseWorkflow(project.service, name);
  const input =
    options.input === undefined
      ? sampleInput(project.service, workflow)
      : await readExecutionInput(options.input, terminal);
  const stop = listenForStop();
  const services = await startServices({ log: options.logs ? noteLog(terminal) : () => undefined });
  const { storage, stage } = project.service;
  const client = localClient(services, bucketName(storage.bucket, stage), storage.encryption);
  try {
    const execution = await startWorkflow({ project, services, client, workflow }, input, options.id);
    return await finishExecution(execution, { ...options, signal: stop.signal }, terminal);
  } finally {
    stop.release();
    client.close();
    await services.close();
  }
}

function chooseWorkflow({ workflows }: Service, name: string | undefined): Workflow {
  const found = name === undefined ? workflows[0] : workflows.find((workflow) => workflow.name === name);
  if (found !== undefined) return found;
  const names = workflows.map((workflow) => `"${workflow.name}"`).join(', ');
  throw new UsageError(`The spec has no workflow "${name}". It has ${names}.`);
}

interface Stage {
  readonly project: Project;
  readonly services: LocalServices;
  readonly client: Client;
  readonly workflow: Workflow;
}

async function startWorkflow(
  { project, services, client, workflow }: Stage,
  input: object,
  id: string | undefined,
): Promise<StartedExecution> {
  await services.apply(project.deployment);
  const stateMachineArn = services.stateMachineArn(stateMachineName(workflow.name, project.service.stage));
  const {
    outputKeys = [],
    sensitiveOutputs = [],
    contentOutputs = [],
  } = project.flow.get(workflow.name) ?? {};
  const sensitive = [...sensitiveOutputs];
  const contents = [...contentOutputs];
  const target = { stateMachineArn, workflow: workflow.name, outputKeys, sensitive, contents };
  return client.start(target, input, id === undefined ? {} : { id });
}

async function finishExecution(
  execution: StartedExecution,
  { timeout, json, signal }: RunCommandOptions & { readonly signal: AbortSignal },
  terminal: Terminal,
): Promise<ExitCode> {
  const limit = { signal, ...(timeout === undefined ? {} : { timeoutSeconds: timeout }) };
  const outcome: ExecutionOutcome = await followExecution(execution, terminal.note, limit);
  const succeeded = outcome.status === 'SUCCEEDED';
  if (json) {
    const document = await execution.fetch();
    terminal.out(JSON.stringify({ txnId: execution.txnId, ...outcome, document }));
  } else if (succeeded) {
    terminal.out(await execution.fetchText());
  }
  if (!succeeded) noteFailure(outcome, terminal);
  return succeeded ? exitCodes.ok : exitCodes.failed;
}
