import type { StatesService } from './states/index.js';

/** A state machine whose definition has no placeholders left. */
export interface StateMachineDefinition {
  readonly name: string;
  readonly definition: string;
}

/** The state machines of the applied service: all of them are replaced, or none. */
export class StateMachines {
  readonly #states: StatesService;
  #current: ReadonlyMap<string, StateMachineDefinition> = new Map();

  constructor(states: StatesService) {
    this.#states = states;
  }

  /**
   * Puts these state machines in place of those before.
   *
   * @returns their ARNs by name; throws what Step Functions finds wrong with a definition.
   */
  replace(machines: readonly StateMachineDefinition[]): Readonly<Record<string, string>> {
    const arns: Record<string, string> = {};
    try {
      for (const machine of machines) arns[machine.name] = this.#states.putStateMachine(machine);
    } catch (error) {
      // What was put before the faulty one goes back to what it was.
      for (const { name } of machines) {
        const before = this.#current.get(name);
        if (before !== undefined) this.#states.putStateMachine(before);
      }
      throw error;
    }
    this.#current = new Map(machines.map((machine) => [machine.name, machine]));
    return arns;
  }
}
