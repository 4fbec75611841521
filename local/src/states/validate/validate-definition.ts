import type { AslMachine } from '../definition/asl.js';
import { compileMachine } from '../definition/compile.js';
import type { Machine } from '../definition/machine.js';
import { InvalidDefinitionError } from '../errors.js';
import type { Ambience } from '../expressions/functions.js';
import type { MachineType } from '../machine-type.js';
import { checkExpress } from './check-express.js';
import { checkFlow } from './check-flow.js';
import { checkMachine } from './check-machine.js';
import { checkVariables } from './check-variables.js';
import { type Diagnostic, Diagnostics, renderDiagnostics } from './diagnostic.js';
import { parseDefinition } from './parse-definition.js';

/** What a definition came to: the machine that runs, or what is wrong with the text. */
export interface Diagnosis {
  readonly machine: Machine | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and compiles a definition. Throws `InvalidDefinitionError` with all that is wrong. */
export function validateDefinition(text: string, type: MachineType, ambience: Ambience): Machine {
  const { machine, diagnostics } = diagnoseDefinition(text, type, ambience);
  if (machine === undefined) {
    throw new InvalidDefinitionError(renderDiagnostics(diagnostics));
  }
  return machine;
}

/** Checks and compiles a definition. Each stage runs only over what the one before it found sound. */
export function diagnoseDefinition(text: string, type: MachineType, ambience: Ambience): Diagnosis {
  const diagnostics = new Diagnostics();
  const parsed = parseDefinition(text, diagnostics);
  if (parsed === undefined || !checkMachine(parsed, diagnostics)) {
    return { machine: undefined, diagnostics: diagnostics.all };
  }
  // The checks have just shown that the value has this form.
  const definition = parsed as unknown as AslMachine;
  checkFlow(definition, diagnostics);
  checkVariables(definition, diagnostics);
  checkExpress(definition, type, diagnostics);
  const machine = compileMachine(definition, {
    ambience,
    report: (code, location, message) => diagnostics.add(code, message, location),
  });
  return { machine: diagnostics.all.length === 0 ? machine : undefined, diagnostics: diagnostics.all };
}
