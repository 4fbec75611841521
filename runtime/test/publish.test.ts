import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StepDefinition } from '../src/contract/index.js';
import { createPublisherHandler, createStepHandler, fetchDocument, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { eventOf, publisher, publishingTask } from './support/steps.js';

const log = captureLog();
let services: TestServices;
let requests: string[] = [];
let txnId = '';

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":12345678901234567890}', { 'sfs3-schema': 'v1', mine: 'kept' });
  await putOutput('step-a-output', '{"n":1.50,"e":"\\u00e4"}');
  requests = [];
});

const execution = () => eventOf(txnId, '').execution;
const document = () => readObject(services.s3, txnId);
const putOutput = (key: string, text: string) =>
  putText(services.s3, `out/ProcessA/${txnId}/${key}`, text, { 'sfs3-execution': execution() });
const publish = () => createPublisherHandler(publisher)(eventOf(txnId, publisher.step));
const limited = (maxBytes: number) => ({ ...publisher, publish: { ...publisher.publish, maxBytes } });

describe('the published document', () => {
  it('is the input and each output that was written, byte for byte, in the order of the steps', async () => {
    await putOutput('step-c-output', '[3]');
    await publish();
    expect((await document()).text).toBe(
      '{"foo":12345678901234567890,"step-a-output":{"n":1.50,"e":"\\u00e4"},"step-c-output":[3]}',
    );
    expect(Object.values(await services.versions(txnId))).toEqual([2]);
  });

  it('lacks no output that the compiler proved written', async () => {
    const certain = { ...publisher, publish: { ...publisher.publish, certain: ['step-b-output'] } };
    const attempt = () => createPublisherHandler(certain)(eventOf(txnId, publisher.step));
    await expect(attempt()).rejects.toMatchObject({ name: 'S3DataPreconditionError' });
    expect((await document()).metadata['sfs3-published']).toBeUndefined();
    await putOutput('step-b-output', '2');
    await attempt();
    expect((await document()).text).toContain('"step-b-output":2');
  });

  it('keeps the input’s metadata and says who published it', async () => {
    await publish();
    const { metadata, head } = await document();
    expect(metadata).toEqual({
      mine: 'kept',
      'sfs3-schema': 'v1',
      'sfs3-workflow': 'ProcessA',
      'sfs3-step': 'publish-document',
      'sfs3-execution': execution(),
      'sfs3-entered': '2026-11-22T09:00:00.000Z',
      'sfs3-input-sha256': '8274dfa3b5204aee1b1f4afabd021506c6221a4feb7b8352a8304a9be69cde5b',
      'sfs3-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'sfs3-published': 'true',
    });
    expect(head.ServerSideEncryption).toBe('AES256');
  });

  it('is written once, however often the step is repeated', async () => {
    await publish();
    await publish();
    await createPublisherHandler(publisher)(eventOf(txnId, publisher.step, { retry: 1 }));
    await Promise.all(Array.from({ length: 8 }, publish));
    expect(Object.values(await services.versions(txnId))).toEqual([2]);
  });

  it('of eight publishers at once is written once', async () => {
    await Promise.all(Array.from({ length: 8 }, publish));
    expect(Object.values(await services.versions(txnId))).toEqual([2]);
  });

  it('refers to what would make it too long, largest first; fetching resolves the references', async () => {
    const large = JSON.stringify('x'.repeat(5_000));
    await putOutput('step-b-output', large);
    await putOutput('step-c-output', JSON.stringify('y'.repeat(600)));
    await createPublisherHandler(limited(2_000))(eventOf(txnId, publisher.step));
    const published = await document();
    const reference = JSON.parse(published.text)['step-b-output'];
    expect(reference).toEqual({
      $ref: `s3://${bucketName}/out/ProcessA/${txnId}/step-b-output`,
      size: large.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(published.text.length).toBeLessThanOrEqual(2_000);
    const fetched = await fetchDocument({ s3: services.s3, bucket: bucketName, workflow: 'ProcessA', txnId });
    expect(fetched.published).toBe(true);
    expect(fetched.text).toBe(published.text.replace(JSON.stringify(reference), () => large));
  });

  it('does not read an output that alone is too long: its digest is the one that was noted with it', async () => {
    const metadata = { 'sfs3-execution': execution(), 'sfs3-sha256': 'as noted' };
    const text = JSON.stringify('x'.repeat(5_000));
    await putText(services.s3, `out/ProcessA/${txnId}/step-b-output`, text, metadata);
    await createPublisherHandler(limited(2_000))(eventOf(txnId, publisher.step));
    expect(JSON.parse((await document()).text)).toMatchObject({
      'step-a-output': { n: 1.5 },
      'step-b-output': { size: text.length, sha256: 'as noted' },
    });
  });
});

describe('a sensitive output', () => {
  const sensitive = ['step-a-output'];
  const reference = () => ({ $ref: `s3://${bucketName}/out/ProcessA/${txnId}/step-a-output` });

  it('is not read, and stands in the document as a reference that says nothing of it', async () => {
    const definition = { ...publisher, publish: { ...publisher.publish, sensitive } };
    await createPublisherHandler(definition)(eventOf(txnId, publisher.step));
    const { text } = await document();
    expect(text).toBe(`{"foo":12345678901234567890,"step-a-output":${JSON.stringify(reference())}}`);
    expect(requests).not.toContain('GET out/ProcessA/<id>/step-a-output');
  });

  it('stays out of the document also where the publishing step has read or written it', async () => {
    const publish = { ...publisher.publish, sensitive: ['step-a-output', 'step-c-output'] };
    await createStepHandler({ ...publishingTask, publish }, () => 'secret')(eventOf(txnId, 'step-c'));
    const { text } = await document();
    expect(JSON.parse(text)).toMatchObject({ 'step-a-output': reference() });
    expect(text).not.toContain('secret');
  });
});

describe('what was put by hand', () => {
  it('may begin with a byte order mark, which stays out of the document', async () => {
    await putText(services.s3, txnId, '\uFEFF{"foo":1}');
    await putText(services.s3, `out/ProcessA/${txnId}/step-b-output`, '\uFEFF[2]');
    await publish();
    const { text } = await document();
    expect(text).toBe('{"foo":1,"step-a-output":{"n":1.50,"e":"\\u00e4"},"step-b-output":[2]}');
  });
});

describe('a publishing step', () => {
  it('reads only what it has not in hand', async () => {
    await createStepHandler(publishingTask, () => 3)(eventOf(txnId, 'step-c'));
    expect(requests.toSorted()).toEqual([
      'GET <id>',
      'GET out/ProcessA/<id>/step-a-output',
      'GET out/ProcessA/<id>/step-b-output',
      'PUT <id>',
      'PUT out/ProcessA/<id>/step-c-output',
    ]);
  });

  it('without an output of its own does not run again once the document is published', async () => {
    const { output: _none, ...definition } = publishingTask;
    let runs = 0;
    const handler = createStepHandler(definition, () => {
      runs += 1;
    });
    await handler(eventOf(txnId, 'step-c'));
    await handler(eventOf(txnId, 'step-c', { retry: 1 }));
    expect(runs).toBe(1);
    expect(Object.values(await services.versions(txnId))).toEqual([2]);
  });

  it('does not write over what somebody changed after it was read', async () => {
    const definition: StepDefinition = { ...publishingTask, reads: [{ key: 'input', optional: false }] };
    const meddling = createStepHandler(definition, () =>
      putText(services.s3, txnId, '{"foo":"changed"}').then(() => 3),
    );
    await expect(meddling(eventOf(txnId, 'step-c'))).rejects.toMatchObject({
      name: 'DocumentChangedError',
      key: txnId,
    });
    expect((await document()).text).toBe('{"foo":"changed"}');
  });

  it('finds an input that has an output’s key, also where no step read it', async () => {
    await putText(services.s3, txnId, '{"step-b-output":1}');
    await expect(publish()).rejects.toMatchObject({
      name: 'InputKeyConflictError',
      workflow: 'ProcessA',
      key: 'step-b-output',
    });
  });

  it('refuses the document and the outputs of another execution', async () => {
    await putText(services.s3, `out/ProcessA/${txnId}/step-b-output`, '1', { 'sfs3-execution': 'arn:other' });
    await expect(publish()).rejects.toMatchObject({ name: 'DocumentOwnedError', owner: 'arn:other' });
    await putText(services.s3, txnId, '{}', { 'sfs3-execution': 'arn:third', 'sfs3-published': 'true' });
    await expect(publish()).rejects.toMatchObject({ name: 'DocumentOwnedError', owner: 'arn:third' });
  });

  it('takes no output that was put there by hand and is not JSON', async () => {
    await putText(services.s3, `out/ProcessA/${txnId}/step-b-output`, '{"half":');
    await expect(publish()).rejects.toMatchObject({ name: 'DocumentFormatError' });
  });

  it('says when the document is gone', async () => {
    const event = eventOf('0x0000000000000001', publisher.step);
    await expect(createPublisherHandler(publisher)(event)).rejects.toMatchObject({
      name: 'S3DataPreconditionError',
    });
  });
});
