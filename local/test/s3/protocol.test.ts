import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, startEndpoint } from './endpoint.js';
import { codeOf, rawSocket, wire } from './wire.js';

const bucket = 'protocol';
let endpoint: Endpoint;

beforeAll(async () => {
  endpoint = await startEndpoint();
  await endpoint.service.ensureBucket(bucket);
});

afterAll(() => endpoint.close());

function send(method: string, path: string, options: Parameters<typeof wire>[3] = {}) {
  return wire(endpoint.url, method, path, options);
}

function get(key: string) {
  return send('GET', `/${bucket}/${key}`);
}

describe('the form of answers', () => {
  it('gives an error as XML with code, message, resource and request id', async () => {
    const answer = await send('GET', `/${bucket}/missing%20%3C%26%3E`);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(answer.text).toContain(
      '<Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>',
    );
    expect(answer.text).toContain('<Key>missing &lt;&amp;&gt;</Key>');
    expect(answer.text).toContain(`<RequestId>${answer.headers['x-amz-request-id']}</RequestId>`);
  });

  it('gives a HEAD no body, and keeps the connection', async () => {
    const head = await send('HEAD', `/${bucket}/missing`);
    const next = await get('missing');
    expect([head.status, head.text, next.status]).toEqual([404, '', 404]);
    expect(next.port).toBe(head.port);
  });

  it('keeps the connection after it refused a body', async () => {
    const body = 'x'.repeat(1_000_000);
    const first = await send('PUT', '/no-such-bucket/key', { body });
    const second = await send('PUT', `/${bucket}/key?acl`, { body });
    expect([codeOf(first), codeOf(second)]).toEqual(['NoSuchBucket', 'NotImplemented']);
    expect(second.port).toBe(first.port);
  });

  it('names the condition that did not hold', async () => {
    await send('PUT', `/${bucket}/named`, { body: 'x' });
    const answer = await send('PUT', `/${bucket}/named`, { body: 'y', headers: { 'if-none-match': '*' } });
    expect(answer.text).toContain('<Code>PreconditionFailed</Code>');
    expect(answer.text).toContain('<Condition>If-None-Match</Condition>');
  });

  it('answers 304 with the ETag and without a body', async () => {
    const { headers } = await send('PUT', `/${bucket}/304`, { body: 'x' });
    const answer = await send('GET', `/${bucket}/304`, {
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([answer.status, answer.text, answer.headers.etag]).toEqual([304, '', headers.etag]);
  });
});

describe('what S3 has and this service does not', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['GET', '?acl'],
    ['PUT', '?policy'],
    ['GET', '?lifecycle'],
    ['GET', '/key?acl'],
    ['PUT', '/key?retention'],
    ['GET', '/key?torrent'],
    ['POST', '/key?restore'],
    ['GET', '/key?made-up=1'],
    ['PUT', '/key?append'],
  ];

  it.each(refused)('%s %s is 501 NotImplemented', async (method, path) => {
    const answer = await send(method, `/${bucket}${path}`);
    expect([answer.status, codeOf(answer)]).toEqual([501, 'NotImplemented']);
  });

  it.each([
    'x-amz-website-redirect-location',
    'x-amz-object-lock-mode',
    'x-amz-server-side-encryption-customer-algorithm',
    'x-amz-grant-read',
    'x-amz-write-offset-bytes',
  ])('the header %s is 501 NotImplemented, and nothing is stored', async (header) => {
    const answer = await send('PUT', `/${bucket}/${header}`, { body: 'x', headers: { [header]: 'x' } });
    expect([answer.status, codeOf(answer)]).toEqual([501, 'NotImplemented']);
    expect((await get(header)).status).toBe(404);
  });

  it('an unknown method is 405 MethodNotAllowed', async () => {
    expect(codeOf(await send('PATCH', `/${bucket}/key`))).toBe('MethodNotAllowed');
  });

  it('another owner than expected is 403, a public ACL 400', async () => {
    const owner = await send('GET', `/${bucket}`, {
      headers: { 'x-amz-expected-bucket-owner': '123456789012' },
    });
    const acl = await send('PUT', `/${bucket}/acl`, { headers: { 'x-amz-acl': 'public-read' } });
    expect([codeOf(owner), codeOf(acl)]).toEqual(['AccessDenied', 'AccessControlListNotSupported']);
  });
});

describe('addresses', () => {
  it('takes the bucket from the host as well', async () => {
    await send('PUT', `/${bucket}/hosted/key`, { body: 'hosted' });
    for (const host of [`${bucket}.localhost:1234`, `${bucket}.127.0.0.1`, `${bucket}.s3.localhost`]) {
      expect((await send('GET', '/hosted/key', { headers: { host } })).text).toBe('hosted');
    }
  });

  it('accepts a presigned URL, with its headers in the query', async () => {
    const signed = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a&X-Amz-Expires=60&X-Amz-Signature=b';
    await send('PUT', `/${bucket}/signed?${signed}&x-amz-meta-from=query`, { body: 'signed' });
    const answer = await send('GET', `/${bucket}/signed?${signed}&response-content-type=text%2Fplain`);
    expect([answer.text, answer.headers['x-amz-meta-from']]).toEqual(['signed', 'query']);
    expect(answer.headers['content-type']).toBe('text/plain');
  });

  it.each(['/protocol/%ZZ', '/protocol/%ff', '/%', '/protocol?prefix=%'])(
    'refuses %s as 400 InvalidURI',
    async (path) => {
      const answer = await send('GET', path);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'InvalidURI']);
    },
  );
});

describe('encryption', () => {
  it('echoes aws:kms, the key and the bucket key, on PUT and on GET', async () => {
    const headers = {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:000000000000:key/1234',
      'x-amz-server-side-encryption-bucket-key-enabled': 'true',
    };
    const put = await send('PUT', `/${bucket}/kms`, { body: 'x', headers });
    expect(put.headers).toMatchObject(headers);
    expect((await get('kms')).headers).toMatchObject(headers);
  });

  it('gives two KMS writes of the same bytes two ETags, neither their MD5', async () => {
    const headers = { 'x-amz-server-side-encryption': 'aws:kms' };
    const write = async () => (await send('PUT', `/${bucket}/kms`, { body: 'x', headers })).headers.etag;
    const md5 = createHash('md5').update('x').digest('hex');
    expect(new Set([await write(), await write(), `"${md5}"`]).size).toBe(3);
  });

  it('refuses a key without aws:kms', async () => {
    const headers = { 'x-amz-server-side-encryption-aws-kms-key-id': 'k' };
    expect(codeOf(await send('PUT', `/${bucket}/kms-key`, { body: 'x', headers }))).toBe('InvalidArgument');
  });
});

describe('bodies', () => {
  const framed = {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'content-encoding': 'aws-chunked',
    'x-amz-decoded-content-length': 9,
    'x-amz-trailer': 'x-amz-checksum-crc32',
  };

  it('takes off the framing, in chunks of any size', async () => {
    const body = '4\r\n1234\r\n5\r\n56789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n';
    const put = await send('PUT', `/${bucket}/framed`, { body, headers: framed });
    expect([put.status, put.headers['x-amz-checksum-crc32']]).toEqual([200, 'y/Q5Jg==']);
    const answer = await get('framed');
    expect([answer.text, answer.headers['content-encoding']]).toEqual(['123456789', undefined]);
  });

  it('takes the framing with signatures', async () => {
    const signature = `chunk-signature=${'0'.repeat(64)}`;
    const large = 'x'.repeat(8192);
    const body = `2000;${signature}\r\n${large}\r\n1;${signature}\r\ny\r\n0;${signature}\r\n\r\n`;
    const headers = {
      ...framed,
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'x-amz-decoded-content-length': 8193,
      'x-amz-trailer': undefined,
    };
    const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    expect((await send('PUT', `/${bucket}/signed-chunks`, { body, headers: kept })).status).toBe(200);
    expect((await get('signed-chunks')).text).toBe(`${large}y`);
    const small = `1;${signature}\r\nx\r\n${body}`;
    expect(codeOf(await send('PUT', `/${bucket}/x`, { body: small, headers: kept }))).toBe(
      'InvalidChunkSizeError',
    );
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['a wrong trailer', '9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'BadDigest'],
    ['no trailer', '9\r\n123456789\r\n0\r\n\r\n', 'MalformedTrailerError'],
    ['no last chunk', '9\r\n123456789\r\n', 'IncompleteBody'],
    [
      'another length than it says',
      '3\r\n123\r\n0\r\nx-amz-checksum-crc32:iGpCQQ==\r\n\r\n',
      'IncompleteBody',
    ],
    ['no framing at all', '123456789', 'IncompleteBody'],
    ['a size that is no number', 'zz\r\n123456789\r\n0\r\n\r\n', 'IncompleteBody'],
  ];

  it.each(broken)('refuses a framed body with %s, and stores nothing', async (_, body, code) => {
    expect(codeOf(await send('PUT', `/${bucket}/broken`, { body, headers: framed }))).toBe(code);
    expect((await get('broken')).status).toBe(404);
  });

  it('refuses a body that is not what x-amz-content-sha256 says', async () => {
    const headers = { 'x-amz-content-sha256': '0'.repeat(64) };
    const answer = await send('PUT', `/${bucket}/sha`, { body: 'x', headers });
    expect(codeOf(answer)).toBe('XAmzContentSHA256Mismatch');
  });

  it('refuses an announced checksum that does not come, and two at once', async () => {
    const announced = { 'x-amz-sdk-checksum-algorithm': 'CRC32' };
    const two = { 'x-amz-checksum-crc32': 'y/Q5Jg==', 'x-amz-checksum-crc32c': '4waSgw==' };
    for (const headers of [announced, two]) {
      const answer = await send('PUT', `/${bucket}/announced`, { body: '123456789', headers });
      expect(codeOf(answer)).toBe('InvalidRequest');
    }
  });

  it('refuses a body of unknown length', async () => {
    const socket = await rawSocket(
      endpoint.url,
      `PUT /${bucket}/unknown HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`,
    );
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 501 /);
  });

  it('asks for a body that waits to be asked for', async () => {
    const head = `PUT /${bucket}/waiting HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n`;
    const socket = await rawSocket(endpoint.url, head);
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 100 Continue/);
    socket.write('hello');
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 200 OK/);
    socket.destroy();
    expect((await get('waiting')).text).toBe('hello');
  });

  it.each([
    ['not XML', '<Delete>'],
    ['another document', '<Other/>'],
    [
      'an entity of its own',
      '<!DOCTYPE d [<!ENTITY e "x">]><Delete><Object><Key>&e;</Key></Object></Delete>',
    ],
    ['no objects', '<Delete></Delete>'],
    ['crossed elements', '<Delete><Object></Delete></Object>'],
  ])('refuses a DeleteObjects that is %s', async (_, body) => {
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') };
    expect(codeOf(await send('POST', `/${bucket}?delete`, { body, headers }))).toBe('MalformedXML');
  });

  it('refuses a DeleteObjects without a checksum', async () => {
    const answer = await send('POST', `/${bucket}?delete`, { body: '<Delete/>' });
    expect(codeOf(answer)).toBe('InvalidRequest');
  });
});
