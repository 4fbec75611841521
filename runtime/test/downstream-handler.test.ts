import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DownstreamDefinition } from '../src/contract/index.js';
import { createDownstreamHandler, type DownstreamOutput, newTxnId } from '../src/index.js';
import { visitDigest } from '../src/start/txn-id.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { downstream, eventOf, schemaOf } from './support/steps.js';

const log = captureLog();
let services: TestServices;
let txnId = '';

beforeAll(async () => {
  services = await startServices();
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  const owner = { 'sfs3-execution': event().execution };
  await putText(services.s3, txnId, '{"foo":12345678901234567890}', owner);
  await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{"n":1.50}', owner);
});

const event = (more: { retry?: number } = {}) => eventOf(txnId, 'step-d', more);
const run = (definition: DownstreamDefinition = downstream, more = {}) =>
  createDownstreamHandler(definition)(event(more));
const childId = () => `0x${visitDigest(event(), 'step-d')}`;
const output = async (): Promise<DownstreamOutput> =>
  JSON.parse((await readObject(services.s3, `out/ProcessA/${txnId}/step-b-output`)).text);

describe('a downstream step', () => {
  it('starts the child on a document of its own, made of what the step reads, and stores who it is', async () => {
    await run();
    const { downstreamExecutionArn, processData } = await output();
    expect(processData).toBe(childId());
    const { text, metadata } = await readObject(services.s3, processData);
    expect(text).toBe('{"foo":12345678901234567890,"step-a-output":{"n":1.50}}');
    expect(metadata).toMatchObject({
      'sfs3-workflow': 'child',
      'sfs3-execution': downstreamExecutionArn,
      'sfs3-parent': `${event().execution}#step-d`,
      'sfs3-input-sha256': metadata['sfs3-sha256'],
    });
    const child = await services.sfn.send(
      new DescribeExecutionCommand({ executionArn: downstreamExecutionArn }),
    );
    expect(child).toMatchObject({ name: processData, input: JSON.stringify({ processData }) });
  });

  it('starts the child on what a map names, byte for byte, without what is not there', async () => {
    const reads = ['input', 'step-a-output', 'step-c-output'].map((key) => ({ key, optional: true }));
    const owner = { 'sfs3-execution': event().execution };
    const text = ' {"a": {"b": [1.50, "}"] , "a":0} , "n":null, "a": {"b" : 2.0 }}';
    await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, text, owner);
    const map = { big: 'input.foo', whole: 'input', b: 'step-a-output.a.b', n: 'step-a-output.n' };
    const missing = {
      x: 'step-c-output',
      y: 'step-a-output.n.m',
      z: 'step-a-output.a.b.c',
      t: 'input.toString',
    };
    const properties = Object.entries({ ...map, ...missing }).map(([name, reference]) => {
      const [key = '', ...path] = reference.split('.');
      return { name, key, path };
    });
    await run({ ...downstream, reads, child: { ...downstream.child, properties } });
    const child = (await readObject(services.s3, childId())).text;
    expect(child.replaceAll(' ', '')).toBe(
      '{"big":12345678901234567890,"whole":{"foo":12345678901234567890},"b":2.0,"n":null}',
    );
  });

  it('checks what a map makes before anything is started', async () => {
    const properties = [{ name: 'child-output', key: 'input', path: ['foo'] }];
    await expect(run({ ...downstream, child: { ...downstream.child, properties } })).rejects.toMatchObject({
      name: 'InputKeyConflictError',
      key: 'child-output',
    });
    const input = schemaOf('v1', 'required', (value) => Object.hasOwn(Object(value), 'foo'));
    const child = { ...downstream.child, input, properties: [] };
    await expect(run({ ...downstream, child })).rejects.toMatchObject({ name: 'InputValidationError' });
  });

  it('starts from an empty object where it does not read the input, and leaves optional reads out', async () => {
    const reads = ['step-a-output', 'step-c-output'].map((key) => ({ key, optional: true }));
    await run({ ...downstream, reads });
    expect((await readObject(services.s3, childId())).text).toBe('{"step-a-output":{"n":1.50}}');
  });

  it('checks the child’s input before it writes anything, and notes the schema that it met', async () => {
    const met = { ...downstream.child, input: schemaOf('v7', 'required', () => true) };
    const broken = { ...downstream.child, input: schemaOf('v7', 'required', () => false) };
    await expect(run({ ...downstream, child: broken })).rejects.toMatchObject({
      name: 'InputValidationError',
      message: 'step-d: the input of child breaks its schema at /status: must meet required (required).',
    });
    expect(await services.versions(childId())).toEqual({});
    await run({ ...downstream, child: met });
    expect((await readObject(services.s3, childId())).metadata['sfs3-schema']).toBe('v7');
  });

  it('refuses a child’s input that has one of the child’s output keys', async () => {
    const child = { workflow: 'child', outputKeys: ['step-a-output'] };
    const attempt = run({ ...downstream, child });
    await expect(attempt).rejects.toMatchObject({
      name: 'InputKeyConflictError',
      workflow: 'child',
      key: 'step-a-output',
    });
  });

  it('adopts the child that an earlier attempt started, also when the child has published by then', async () => {
    await run();
    const first = await output();
    const { metadata } = await readObject(services.s3, childId());
    await putText(services.s3, childId(), '{"child-output":1}', { ...metadata, 'sfs3-published': 'true' });
    const { output: _none, ...unstored } = downstream;
    await run(unstored);
    await run(downstream, { retry: 1 });
    expect(await output()).toEqual(first);
    const started = (await services.executions()).filter((name) => name === childId());
    expect(started).toHaveLength(1);
  });

  it('refuses a document under the child’s id that another starter wrote', async () => {
    await putText(services.s3, childId(), '{}', { 'sfs3-parent': 'arn:other#step' });
    await expect(run()).rejects.toMatchObject({ name: 'DocumentOwnedError', owner: 'arn:other#step' });
  });

  it('fails for good where there is no such state machine', async () => {
    const machine = process.env.CHILD_STATE_MACHINE_ARN;
    process.env.CHILD_STATE_MACHINE_ARN = `${machine}-gone`;
    await expect(run()).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    process.env.CHILD_STATE_MACHINE_ARN = machine;
  });
});
