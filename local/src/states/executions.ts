import { randomUUID } from 'node:crypto';
import { checkExecutionArn, executionArn, expressArn, type Partition } from './arn.js';
import { ServiceError } from './errors.js';
import { Execution } from './execution.js';
import type { Engine } from './interpreter/engine.js';
import type { ChildStart } from './interpreter/nested.js';
import { exceedsPayloadLimit } from './json.js';
import { checkName } from './names.js';
import { type StateMachine, snapshotOf } from './state-machines.js';

/** An execution to be started. */
export interface StartRequest {
  readonly machine: StateMachine;
  readonly qualifier: string | undefined;
  /** Default: a name that nobody else has. */
  readonly name: string | undefined;
  /** JSON text. */
  readonly input: string;
}

/** What the store of executions needs. */
export interface ExecutionsOptions {
  readonly partition: Partition;
  readonly engine: Engine;
  readonly historyLimit: number;
}

/** The executions of the service, kept in memory. */
export class Executions {
  readonly #executions = new Map<string, Execution>();
  /** Those of express state machines that run. */
  readonly #express = new Set<Execution>();
  readonly #options: ExecutionsOptions;

  constructor(options: ExecutionsOptions) {
    this.#options = options;
  }

  /**
   * Starts an execution. The same name and input as one that runs is that one; a name that was used otherwise is an error. The
   * executions of an express state machine have nothing to do with each other, and cannot be asked for.
   */
  start(request: StartRequest): Execution {
    const { machine, name = randomUUID(), input } = request;
    checkName(name);
    checkInput(input);
    const { partition } = this.#options;
    if (machine.type === 'EXPRESS') {
      return this.#watch(this.#create(request, { name, arn: expressArn(partition, machine.name, name) }));
    }
    const arn = executionArn(partition, machine.name, name);
    const existing = this.#executions.get(arn);
    if (existing !== undefined) {
      if (existing.status !== 'RUNNING' || existing.origin.input !== input) {
        throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
      }
      return existing;
    }
    const execution = this.#create(request, { name, arn });
    this.#executions.set(arn, execution);
    return execution;
  }

  /** Starts an execution of a Map run. One of an express workflow cannot be asked for, as on AWS. */
  startChild({ mapRunArn, parentArn, label, type, scope, input, items, signal }: ChildStart): Execution {
    const { partition, engine, historyLimit } = this.#options;
    const { machine } = this.get(parentArn).origin;
    const name = randomUUID();
    const machineName = `${machine.name}/${label}`;
    const arn = (type === 'EXPRESS' ? expressArn : executionArn)(partition, machineName, name);
    const execution = new Execution({
      arn,
      name,
      machine: {
        ...machine,
        type,
        arn: `${machine.arn}/${label}`,
        name: machineName,
        compiled: { scope, timeoutSeconds: undefined },
      },
      qualifier: undefined,
      input,
      engine,
      historyLimit,
      mapRun: { arn: mapRunArn, items, signal },
    });
    if (type === 'STANDARD') {
      this.#executions.set(arn, execution);
    }
    return execution;
  }

  /** Drops an execution that has ended. */
  forget(arn: string): void {
    this.#executions.delete(arn);
  }

  /** The execution of an ARN. Throws `ExecutionDoesNotExist`. */
  get(arn: string): Execution {
    checkExecutionArn(arn);
    const execution = this.#executions.get(arn);
    if (execution === undefined) {
      throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    }
    return execution;
  }

  /** Every execution of a state machine, the oldest first. */
  of(machineArn: string): readonly Execution[] {
    return [...this.#executions.values()].filter(({ origin }) => origin.machine.arn === machineArn);
  }

  /** The executions of a Map run that are still known, the oldest first. */
  ofMapRun(arn: string): readonly Execution[] {
    return [...this.#executions.values()].filter(({ origin }) => origin.mapRun?.arn === arn);
  }

  /** Ends once nothing is under way any more. */
  async settle(): Promise<void> {
    const all = [...this.#executions.values(), ...this.#express];
    await Promise.all(all.map((execution) => execution.settled));
  }

  #create(
    { machine, qualifier, input }: StartRequest,
    { arn, name }: { readonly arn: string; readonly name: string },
  ): Execution {
    const { engine, historyLimit } = this.#options;
    const snapshot = snapshotOf(machine);
    return new Execution({
      arn,
      name,
      machine: snapshot,
      qualifier,
      input,
      engine,
      historyLimit,
      mapRun: undefined,
    });
  }

  /** Knows an express execution as long as it runs. */
  #watch(execution: Execution): Execution {
    this.#express.add(execution);
    void execution.settled.then(() => this.#express.delete(execution));
    return execution;
  }
}

function checkInput(input: string): void {
  if (exceedsPayloadLimit(input)) {
    throw invalidInput('The input is larger than 262144 bytes.');
  }
  try {
    JSON.parse(input);
  } catch {
    throw invalidInput('The input is not JSON.');
  }
}

function invalidInput(problem: string): ServiceError {
  return new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`);
}
