import type { AslMachine, AslScope, AslState } from '../definition/asl.js';
import { taskResource } from '../definition/task-resource.js';
import type { MachineType } from '../machine-type.js';
import type { Diagnostics } from './diagnostic.js';

/**
 * Checks that nothing in an express workflow waits for others, or is distributed: neither in an express state machine nor in the
 * express executions of a distributed Map. Source: AWS, "Choosing workflow type in Step Functions".
 */
export function checkExpress(definition: AslMachine, type: MachineType, diagnostics: Diagnostics): void {
  checkScope(definition, '', { express: type === 'EXPRESS', diagnostics });
}

interface Surroundings {
  readonly express: boolean;
  readonly diagnostics: Diagnostics;
}

function checkScope(scope: AslScope, location: string, around: Surroundings): void {
  for (const [name, state] of Object.entries(scope.States)) {
    const place = `${location}/States/${name}`;
    if (around.express) {
      checkState(state, place, around.diagnostics);
    }
    for (const [index, branch] of (state.Branches ?? []).entries()) {
      checkScope(branch, `${place}/Branches[${index}]`, around);
    }
    if (state.ItemProcessor !== undefined) {
      const express = around.express || state.ItemProcessor.ProcessorConfig?.ExecutionType === 'EXPRESS';
      checkScope(state.ItemProcessor, `${place}/ItemProcessor`, { ...around, express });
    }
  }
}

function checkState(state: AslState, place: string, diagnostics: Diagnostics): void {
  const pattern = taskResource(state.Resource ?? '')?.pattern ?? 'request';
  if (pattern !== 'request') {
    const message = `Express state machine does not support '${state.Resource}'`;
    diagnostics.add('SCHEMA_VALIDATION_FAILED', message, `${place}/Resource`);
  }
  if (state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED') {
    const message = 'Express state machine does not support a distributed Map';
    diagnostics.add('SCHEMA_VALIDATION_FAILED', message, `${place}/ItemProcessor/ProcessorConfig/Mode`);
  }
}
