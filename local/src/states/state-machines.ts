import { randomUUID } from 'node:crypto';
import { type Partition, parseStateMachineArn, stateMachineArn } from './arn.js';
import type { Machine } from './definition/machine.js';
import { ServiceError } from './errors.js';
import type { MachineSnapshot } from './execution-origin.js';
import type { Ambience } from './expressions/functions.js';
import type { JsonObject } from './json.js';
import type { MachineType } from './machine-type.js';
import { checkName } from './names.js';
import { validateDefinition } from './validate/validate-definition.js';

/** What a state machine is made from or changed to. */
export interface MachineSettings {
  /** Never changes. */
  readonly type: MachineType;
  readonly definition: string;
  readonly roleArn: string;
  readonly loggingConfiguration: JsonObject;
  readonly tracingConfiguration: JsonObject;
}

/** A state machine of the service. */
export interface StateMachine extends MachineSettings {
  readonly arn: string;
  readonly name: string;
  readonly compiled: Machine;
  /** Undefined until the first update. */
  readonly revisionId: string | undefined;
  /** Milliseconds since the epoch, as is `updated`. */
  readonly created: number;
  readonly updated: number;
  /** Counts up with each machine that is created: the order of lists. */
  readonly sequence: number;
  readonly tags: Map<string, string>;
}

/** The settings that AWS gives a machine that names none. */
export const defaultSettings = {
  type: 'STANDARD',
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
} as const;

/** What the store of state machines needs. */
export interface StateMachinesOptions {
  readonly partition: Partition;
  readonly ambience: Ambience;
}

/** The state machines of the service, by ARN. */
export class StateMachines {
  readonly #machines = new Map<string, StateMachine>();
  readonly #options: StateMachinesOptions;
  #sequence = 0;

  constructor(options: StateMachinesOptions) {
    this.#options = options;
  }

  /** Every machine, the oldest first. */
  get all(): readonly StateMachine[] {
    return [...this.#machines.values()].sort((a, b) => a.sequence - b.sequence);
  }

  /** Creates a machine. The same name with the same settings is the same machine; with others it is an error. */
  create(
    name: string,
    settings: MachineSettings,
    tags: ReadonlyMap<string, string> = new Map(),
  ): StateMachine {
    checkName(name);
    const arn = stateMachineArn(this.#options.partition, name);
    const existing = this.#machines.get(arn);
    if (existing !== undefined) {
      if (!sameMachine(existing, settings)) {
        throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
      }
      return existing;
    }
    const now = this.#options.ambience.now();
    this.#sequence += 1;
    return this.#keep({
      ...settings,
      arn,
      name,
      compiled: this.#compile(settings),
      revisionId: undefined,
      created: now,
      updated: now,
      sequence: this.#sequence,
      tags: new Map(tags),
    });
  }

  /** Gives a machine new settings. Executions under way keep those that they began with. */
  update(arn: string, changes: Partial<MachineSettings>): StateMachine {
    const machine = this.get(arn);
    return this.#keep({
      ...machine,
      ...changes,
      compiled:
        changes.definition === undefined ? machine.compiled : this.#compile({ ...machine, ...changes }),
      revisionId: randomUUID(),
      updated: this.#options.ambience.now(),
    });
  }

  /** Creates a machine, or gives the one of that name new settings. */
  put(name: string, settings: MachineSettings): StateMachine {
    const arn = stateMachineArn(this.#options.partition, name);
    return this.#machines.has(arn) ? this.update(arn, settings) : this.create(name, settings);
  }

  /** The machine of an ARN, whatever version or alias stands behind it. Throws `StateMachineDoesNotExist`. */
  get(arn: string): StateMachine {
    const machine = this.find(arn);
    if (machine === undefined) {
      throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    }
    return machine;
  }

  /** The machine of an ARN, or undefined where there is none. */
  find(arn: string): StateMachine | undefined {
    return this.#machines.get(parseStateMachineArn(arn).arn);
  }

  /** Forgets a machine; one that is not there is forgotten already. */
  delete(arn: string): void {
    this.#machines.delete(parseStateMachineArn(arn).arn);
  }

  #compile({ definition, type }: MachineSettings): Machine {
    return validateDefinition(definition, type, this.#options.ambience);
  }

  #keep(machine: StateMachine): StateMachine {
    this.#machines.set(machine.arn, machine);
    return machine;
  }
}

/** The machine as an execution keeps it. */
export function snapshotOf(machine: StateMachine): MachineSnapshot {
  const { arn, name, type, definition, roleArn, revisionId, updated, compiled } = machine;
  return { arn, name, type, definition, roleArn, revisionId, updated, compiled };
}

/** The role is not compared. Source: AWS API reference, CreateStateMachine, on idempotency. */
function sameMachine(machine: MachineSettings, settings: MachineSettings): boolean {
  const key = (settings: MachineSettings): string => {
    const { type, definition, loggingConfiguration, tracingConfiguration } = settings;
    return JSON.stringify([type, definition, loggingConfiguration, tracingConfiguration]);
  };
  return key(machine) === key(settings);
}
