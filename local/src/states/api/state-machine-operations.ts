import { parseStateMachineArn } from '../arn.js';
import { ServiceError, validationError } from '../errors.js';
import type { MachineType } from '../machine-type.js';
import { defaultSettings, type MachineSettings, type StateMachine } from '../state-machines.js';
import { diagnoseDefinition } from '../validate/validate-definition.js';
import { epochSeconds, type Operation } from './operation.js';
import { pageOf } from './paging.js';
import type { RequestBody } from './request.js';
import { readTags } from './tag-operations.js';

const createStateMachine: Operation = (body, { machines }) => {
  body.refuse('publish', 'versionDescription', 'encryptionConfiguration');
  const type = typeOf(body);
  const machine = machines.create(
    body.required('name'),
    {
      ...defaultSettings,
      ...changes(body),
      type,
      definition: body.required('definition'),
      roleArn: body.required('roleArn'),
    },
    readTags(body),
  );
  return { stateMachineArn: machine.arn, creationDate: epochSeconds(machine.created) };
};

const updateStateMachine: Operation = (body, { machines }) => {
  body.refuse('publish', 'versionDescription', 'encryptionConfiguration');
  const changed = changes(body);
  if (Object.keys(changed).length === 0) {
    throw new ServiceError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  }
  const machine = machines.update(body.required('stateMachineArn'), changed);
  return { updateDate: epochSeconds(machine.updated), revisionId: machine.revisionId };
};

const deleteStateMachine: Operation = (body, { machines, executions }) => {
  const { arn } = parseStateMachineArn(body.required('stateMachineArn'));
  for (const execution of executions.of(arn)) {
    execution.stop({});
  }
  machines.delete(arn);
  return {};
};

const describeStateMachine: Operation = (body, { machines }) => {
  const machine = machines.get(body.required('stateMachineArn'));
  return {
    ...summaryOf(machine),
    status: 'ACTIVE',
    definition: machine.definition,
    roleArn: machine.roleArn,
    loggingConfiguration: machine.loggingConfiguration,
    tracingConfiguration: machine.tracingConfiguration,
    revisionId: machine.revisionId,
  };
};

const describeStateMachineForExecution: Operation = (body, { executions }) => {
  const { machine } = executions.get(body.required('executionArn')).origin;
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    definition: machine.definition,
    roleArn: machine.roleArn,
    updateDate: epochSeconds(machine.updated),
    revisionId: machine.revisionId,
  };
};

const listStateMachines: Operation = (body, { machines }) => {
  const page = pageOf(machines.all, {
    maxResults: body.maxResults(),
    nextToken: body.text('nextToken'),
    keyOf: (machine) => machine.sequence,
  });
  return { stateMachines: page.items.map(summaryOf), nextToken: page.nextToken };
};

const validateStateMachineDefinition: Operation = (body, { ambience }) => {
  const found = diagnoseDefinition(body.required('definition'), typeOf(body), ambience).diagnostics;
  const diagnostics = found.slice(0, body.maxResults());
  return {
    result: found.length === 0 ? 'OK' : 'FAIL',
    diagnostics: diagnostics.map((diagnostic) => ({ severity: 'ERROR', ...diagnostic })),
    truncated: diagnostics.length < found.length,
  };
};

/** The operations on state machines, by AWS's names. */
export const stateMachineOperations: Readonly<Record<string, Operation>> = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  DeleteStateMachine: deleteStateMachine,
  DescribeStateMachine: describeStateMachine,
  DescribeStateMachineForExecution: describeStateMachineForExecution,
  ListStateMachines: listStateMachines,
  ValidateStateMachineDefinition: validateStateMachineDefinition,
};

function typeOf(body: RequestBody): MachineType {
  const type = body.text('type') ?? 'STANDARD';
  if (type !== 'STANDARD' && type !== 'EXPRESS') {
    throw validationError(
      `Value '${type}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]`,
    );
  }
  return type;
}

function changes(body: RequestBody): Partial<MachineSettings> {
  const given = {
    definition: body.text('definition'),
    roleArn: body.text('roleArn'),
    loggingConfiguration: body.object('loggingConfiguration'),
    tracingConfiguration: body.object('tracingConfiguration'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function summaryOf(machine: StateMachine): object {
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    type: machine.type,
    creationDate: epochSeconds(machine.created),
  };
}
