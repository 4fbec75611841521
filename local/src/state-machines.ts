import type { StatesService } from './states/index.js';

/** A state machine whose definition has no placeholders left. */
export interface StateMachineDefinition {
  readonly name: string;
  readonly definition: string;
  /** Default: STANDARD. */
  readonly type?: 'STANDARD' | 'EXPRESS';
}

/** Thrown where a definition is invalid; says which and, in the words of Step Functions, why. */
export class InvalidStateMachineError extends Error {
  override readonly name = 'InvalidStateMachineError' as const;
  readonly stateMachine: string;

  constructor(stateMachine: string, cause: unknown) {
    super(`The state machine ${stateMachine} is invalid. ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
    this.stateMachine = stateMachine;
  }
}

/** The state machines of the applied service. Those that a client has created beside them are left alone. */
export class StateMachines {
  readonly #states: StatesService;
  #names: ReadonlySet<string> = new Set();

  constructor(states: StatesService) {
    this.#states = states;
  }

  /** Throws {@link InvalidStateMachineError} for the first invalid definition. */
  check(machines: readonly StateMachineDefinition[]): void {
    for (const { name, definition, type } of machines) {
      try {
        this.#states.checkDefinition(definition, type);
      } catch (error) {
        throw new InvalidStateMachineError(name, error);
      }
    }
  }

  /**
   * Puts these state machines, which have been checked, in place of those before.
   *
   * @returns their ARNs by name.
   */
  replace(machines: readonly StateMachineDefinition[]): Readonly<Record<string, string>> {
    const arns = machines.map((machine) => [machine.name, this.#states.putStateMachine(machine)]);
    const names = new Set(machines.map((machine) => machine.name));
    for (const name of this.#names) {
      if (!names.has(name)) this.#states.deleteStateMachine(name);
    }
    this.#names = names;
    return Object.fromEntries(arns);
  }
}
