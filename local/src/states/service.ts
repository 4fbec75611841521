import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InvokeFunction } from '../invocation.js';
import { handleRequest } from './api/http.js';
import { parseStateMachineArn, stateMachineArn } from './arn.js';
import { type Clock, holdingTime, systemClock } from './clock.js';
import { Executions } from './executions.js';
import { Cancelled } from './interpreter/failure.js';
import type { Nesting } from './interpreter/nested.js';
import { TaskTokens } from './interpreter/tasks/task-tokens.js';
import type { MachineType } from './machine-type.js';
import { MapRuns } from './map-runs.js';
import { nestedExecution } from './nested-execution.js';
import { type S3Address, S3Connection } from './s3-connection.js';
import { defaultSettings, StateMachines } from './state-machines.js';
import { validateDefinition } from './validate/validate-definition.js';

/** What the embedded Step Functions needs. */
export interface StatesOptions {
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
  /** Runs the functions that the state machines call. */
  readonly invoke: InvokeFunction;
  /** Where S3 is, asked for when it is first needed. Default: there is none, and whatever needs it fails. */
  readonly s3?: () => S3Address;
  /** Default: the system's time. */
  readonly clock?: Clock;
  /** In [0, 1): jitter and JSONata's `$random`. Default: `Math.random`. */
  readonly random?: () => number;
  /** Events that one execution's history may have. Default: 25,000, as AWS. */
  readonly historyLimit?: number;
}

/** A state machine to be created, or updated where its name is known. */
export interface StateMachineInput {
  readonly name: string;
  /** Amazon States Language, JSON text. */
  readonly definition: string;
  /** Default: STANDARD. */
  readonly type?: MachineType;
  /** Default: a role that exists only in name. */
  readonly roleArn?: string;
}

/** Step Functions, embedded: state machines and their executions in memory, behind AWS's own protocol. */
export interface StatesService {
  /** Answers one request of AWS JSON 1.0: `POST /` with `x-amz-target: AWSStepFunctions.<Operation>`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Creates or updates a state machine and returns its ARN. Throws `InvalidDefinitionError`. */
  putStateMachine(machine: StateMachineInput): string;
  /** Throws what `putStateMachine` would throw, and puts nothing. */
  checkDefinition(definition: string, type?: MachineType): void;
  /** Forgets a state machine; its executions under way go on. */
  deleteStateMachine(name: string): void;
  /** Stops everything under way, and ends when nothing is any more. */
  close(): Promise<void>;
}

/** Makes an embedded Step Functions; whoever makes it puts it behind a server. */
export function createStatesService(options: StatesOptions): StatesService {
  const { region, accountId, clock = systemClock, random = Math.random } = options;
  const invoke: InvokeFunction = (...call) => holdingTime(clock, () => options.invoke(...call));
  const partition = { region, accountId };
  const controller = new AbortController();
  // One listener per running execution.
  setMaxListeners(0, controller.signal);
  const tokens = new TaskTokens();
  const s3 = new S3Connection(() => options.s3?.(), clock);
  const ambience = { random, now: () => clock.now() };
  const machines = new StateMachines({ partition, ambience });
  const mapRuns = new MapRuns();
  const nesting: Nesting = {
    startMachine: ({ stateMachineArn: arn, name, input }) => {
      const { qualifier } = parseStateMachineArn(arn);
      return nestedExecution(executions.start({ machine: machines.get(arn), qualifier, name, input }));
    },
    startChild: (start) => nestedExecution(executions.startChild(start)),
    forget: ({ arn }) => executions.forget(arn),
  };
  const { signal } = controller;
  const engine = { clock, random, invoke, tokens, nesting, mapRuns, s3, region, signal };
  const executions = new Executions({ partition, engine, historyLimit: options.historyLimit ?? 25_000 });
  const resources = { machines, executions, mapRuns, tokens, clock, ambience };
  const localRole = `arn:aws:iam::${accountId}:role/local`;
  return {
    handle: (request, response) => handleRequest(request, response, resources),
    putStateMachine: ({ name, definition, type = 'STANDARD', roleArn = localRole }) =>
      machines.put(name, { ...defaultSettings, type, definition, roleArn }).arn,
    checkDefinition: (definition, type = 'STANDARD') => void validateDefinition(definition, type, ambience),
    deleteStateMachine: (name) => machines.delete(stateMachineArn(partition, name)),
    close: async () => {
      controller.abort(new Cancelled());
      await executions.settle();
      await s3.close();
    },
  };
}
