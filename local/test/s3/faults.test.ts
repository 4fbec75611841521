import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fault, type Intercept, type InterceptedRequest, randomFaults } from '../../src/s3/index.js';
import { failure } from './contract/check.js';
import { clientFor, type Endpoint, startEndpoint } from './endpoint.js';
import { rawSocket, wire } from './wire.js';

const Bucket = 'faulty';

/** Whether a request ended without any answer. */
async function cutOf(request: Promise<unknown>): Promise<boolean> {
  const error: unknown = await request.catch((reason: unknown) => reason);
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

describe('faults', () => {
  let endpoint: Endpoint;
  let seen: InterceptedRequest[];
  let faults: (Fault | undefined)[];

  beforeEach(async () => {
    seen = [];
    faults = [];
    const intercept = (request: InterceptedRequest) => {
      seen.push(request);
      return faults.shift();
    };
    endpoint = await startEndpoint({ intercept }, { maxAttempts: 1 });
    await endpoint.service.ensureBucket(Bucket);
  });

  afterEach(() => endpoint.close());

  const put = (Key: string, more: object = {}) =>
    endpoint.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'body', ...more }));
  const text = async (Key: string) => {
    const { Body } = await endpoint.s3.send(new GetObjectCommand({ Bucket, Key }));
    return Body?.transformToString();
  };

  it('tells the interceptor operation, bucket, key and headers', async () => {
    await put('a b', { IfNoneMatch: '*' });
    expect(seen).toMatchObject([{ operation: 'PutObject', method: 'PUT', bucket: Bucket, key: 'a b' }]);
    expect(seen[0]?.headers['if-none-match']).toBe('*');
  });

  it.each([
    [409, 'ConditionalRequestConflict'],
    [412, 'PreconditionFailed'],
    [500, 'InternalError'],
    [503, 'SlowDown'],
  ])('answers %i %s instead of performing', async (status, code) => {
    faults = [{ kind: 'answer', status, code }];
    expect(await failure(put('key'))).toBe(`${status} ${code}`);
    expect(await failure(text('key'))).toBe('404 NoSuchKey');
  });

  it('a cut before performing leaves nothing', async () => {
    faults = [{ kind: 'cut', when: 'before' }];
    expect(await cutOf(put('key'))).toBe(true);
    expect(await failure(text('key'))).toBe('404 NoSuchKey');
  });

  it('a lost answer leaves the object, and the retry of a create is 412', async () => {
    faults = [{ kind: 'cut', when: 'after' }];
    expect(await cutOf(put('key', { IfNoneMatch: '*' }))).toBe(true);
    expect(await failure(put('key', { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
    expect(await text('key')).toBe('body');
  });

  it('an error that is the answer may be lost as well', async () => {
    await put('key');
    faults = [{ kind: 'cut', when: 'after' }];
    expect(await cutOf(put('key', { IfNoneMatch: '*' }))).toBe(true);
  });

  it("the SDK's own retries get a request through what fails once", async () => {
    const patient = clientFor(endpoint.url, { maxAttempts: 4 });
    faults = [
      { kind: 'answer', status: 503, code: 'SlowDown' },
      { kind: 'cut', when: 'before' },
    ];
    await patient.send(new PutObjectCommand({ Bucket, Key: 'key', Body: 'body', IfNoneMatch: '*' }));
    patient.destroy();
    expect(seen.map(({ operation }) => operation)).toEqual(['PutObject', 'PutObject', 'PutObject']);
    expect(await text('key')).toBe('body');
  });

  it('an answer that is delayed comes all the same', async () => {
    faults = [
      { kind: 'delay', milliseconds: 20 },
      { kind: 'delay', milliseconds: 20 },
    ];
    await put('key');
    expect(await text('key')).toBe('body');
  });
});

describe('a delayed write', () => {
  it('lands although its client has left', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sfs3-s3-late-'));
    const first = await startEndpoint({
      directory,
      intercept: () => ({ kind: 'delay', milliseconds: 60_000 }),
    });
    await first.service.ensureBucket(Bucket);
    const accepted = once(first.server, 'request');
    const head = `PUT /${Bucket}/late HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nlate`;
    const socket = await rawSocket(first.url, head);
    const [incoming, response] = (await accepted) as [IncomingMessage, ServerResponse];
    await once(incoming, 'end');
    socket.destroy();
    await once(response, 'close');
    // Closing cuts the delay short and waits for the write.
    await first.close();
    const second = await startEndpoint({ directory });
    expect((await wire(second.url, 'GET', `/${Bucket}/late`)).text).toBe('late');
    await second.close();
    await rm(directory, { recursive: true });
  });
});

describe('random faults', () => {
  const request: InterceptedRequest = {
    operation: 'PutObject',
    method: 'PUT',
    bucket: Bucket,
    key: 'k',
    headers: {},
  };
  const draw = (intercept: Intercept, from = request) => Array.from({ length: 1000 }, () => intercept(from));

  it('are the same for the same seed, and others for another', () => {
    const run = (seed: number) => draw(randomFaults({ seed, rate: 0.3 }));
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
  });

  it('strike about as often as asked, each kind of them', () => {
    const faults = draw(randomFaults({ seed: 1, rate: 0.2 })).filter((fault) => fault !== undefined);
    expect(faults.length).toBeGreaterThan(150);
    expect(faults.length).toBeLessThan(250);
    expect(new Set(faults.map((fault) => JSON.stringify(fault))).size).toBe(4);
    expect(draw(randomFaults({ seed: 1, rate: 0 })).every((fault) => fault === undefined)).toBe(true);
  });

  it('spare unconditional requests a conflict', () => {
    const kinds = [{ kind: 'answer', status: 409, code: 'ConditionalRequestConflict' }] as const;
    const intercept = randomFaults({ seed: 1, rate: 1, kinds });
    expect(draw(intercept).every((fault) => fault === undefined)).toBe(true);
    const conditional = { ...request, headers: { 'if-none-match': '*' } };
    expect(draw(intercept, conditional).every((fault) => fault === kinds[0])).toBe(true);
  });
});
