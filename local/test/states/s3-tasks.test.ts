import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bucket, startBucket } from './bucket.js';
import { machine, pass } from './conformance/row.js';
import { createMachine, ended, type Harness, historyOf, runOnce, start, startStates } from './harness.js';

let bucket: Bucket;
let states: Harness;

beforeAll(async () => {
  bucket = await startBucket();
  states = await startStates({ s3: bucket.s3 });
});
afterAll(async () => {
  await states.close();
  await bucket.close();
});

const s3 = (action: string, more: object, rest: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::aws-sdk:s3:${action}`,
  Arguments: { Bucket: 'data', ...more },
  ...('Next' in rest ? {} : { End: true }),
  ...rest,
});

/** Runs one call and returns what came of it. */
async function call(action: string, more: object) {
  const { output, error, cause } = await runOnce(states.client, machine({ Call: s3(action, more) }));
  return { output: output && JSON.parse(output), error, cause };
}

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
describe('a task that calls S3', () => {
  test('puts text as it is, and other values as JSON', async () => {
    const { output } = await call('putObject', { Key: 'text', Body: 'plain', ContentType: 'text/plain' });
    expect(output).toMatchObject({ ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
    await call('putObject', { Key: 'json', Body: { a: [1] } });
    expect([await bucket.get('text'), await bucket.get('json')]).toEqual(['plain', '{"a":[1]}']);
  });

  test('gets and heads an object in the shape of the API', async () => {
    await bucket.put('some/key', 'content');
    const { output } = await call('getObject', { Key: 'some/key' });
    expect(output).toMatchObject({ Body: 'content', ContentLength: 7, Metadata: {} });
    expect(Number.isNaN(Date.parse(output.LastModified))).toBe(false);
    const head = await call('headObject', { Key: 'some/key' });
    expect(head.output).toMatchObject({ ContentLength: 7, ETag: output.ETag });
    expect(head.output).not.toHaveProperty('Body');
  });

  test('lists and deletes', async () => {
    await bucket.put('list/a', '1');
    await bucket.put('list/b', '22');
    const { output } = await call('listObjectsV2', { Prefix: 'list/', MaxKeys: 1 });
    expect(output).toMatchObject({
      Contents: [{ Key: 'list/a', Size: 1 }],
      IsTruncated: true,
      KeyCount: 1,
      Name: 'data',
      Prefix: 'list/',
    });
    await call('deleteObject', { Key: 'list/a' });
    expect(await bucket.keys('list/')).toEqual(['list/b']);
  });

  test.each([
    { action: 'getObject', more: { Key: 'missing' }, error: 'S3.NoSuchKeyException' },
    { action: 'headObject', more: { Key: 'missing' }, error: 'S3.NoSuchKeyException' },
    { action: 'listObjectsV2', more: { Bucket: 'nobody' }, error: 'S3.NoSuchBucketException' },
    {
      action: 'putObject',
      more: { Key: 'taken', Body: '2', IfNoneMatch: '*' },
      error: 'S3.S3Exception',
    },
  ])('fails under the SDK’s name of the error: $error of $action', async ({ action, more, error }) => {
    await bucket.put('taken', '1');
    expect((await call(action, more)).error).toBe(error);
  });

  test('fails where the object is larger than a state may hand on', async () => {
    await bucket.put('large', 'x'.repeat(262_144));
    expect((await call('getObject', { Key: 'large' })).error).toBe('States.DataLimitExceeded');
  });

  test('has AWS’s events, and its errors are caught', async () => {
    const definition = machine({
      Get: s3(
        'getObject',
        { Key: '{% $states.input.key %}' },
        { Catch: [{ ErrorEquals: ['S3.NoSuchKeyException'], Next: 'Instead' }], Next: 'Instead' },
      ),
      Instead: pass('none'),
    });
    const executionArn = await start(states.client, await createMachine(states.client, definition), {
      key: 'missing',
    });
    expect((await ended(states.client, executionArn)).output).toBe('"none"');
    const scheduled = (await historyOf(states.client, executionArn)).find(
      ({ type }) => type === 'TaskScheduled',
    );
    expect(scheduled?.taskScheduledEventDetails).toMatchObject({
      resource: 'getObject',
      resourceType: 'aws-sdk:s3',
      parameters: '{"Bucket":"data","Key":"missing"}',
    });
  });

  test('fails where there is no S3', async () => {
    const none = await startStates();
    const { error } = await runOnce(none.client, machine({ Call: s3('getObject', { Key: 'k' }) }));
    await none.close();
    expect(error).toBe('S3.SdkClientException');
  });
});
