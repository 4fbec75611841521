import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startFixture } from '../lambda-fixture.js';

const answers: Record<string, string> = {
  full: `({ statusCode: 201, headers: { 'x-a': 'b', 'content-type': 'text/css' }, cookies: ['a=1', 'b=2'], body: 'made' })`,
  binary: `({ statusCode: 200, body: 'AP8=', isBase64Encoded: true })`,
  json: '({ a: 1 })',
  text: `'just text'`,
  nothing: 'undefined',
  malformed: '({ statusCode: 200, body: { not: "text" } })',
  header: `({ statusCode: 200, headers: { 'x-a': 'line\\nbreak' } })`,
  status: `({ statusCode: 'fine' })`,
};

const signature =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0';

let fixture: Fixture;
let url: string;

beforeAll(async () => {
  fixture = await startFixture();
  url = fixture.services.endpoint;
  const functions = Object.entries(answers).map(([name, result]) => [
    name,
    `export const handler = () => ${result}`,
  ]);
  const names = Object.keys(answers);
  await fixture.apply(
    {
      ...Object.fromEntries(functions),
      echo: 'export const handler = (event) => event',
      throws: `export const handler = async () => { throw new Error('no') }`,
    },
    {
      routes: [
        ...names.map((name) => ({
          method: 'GET',
          path: `/${name}`,
          functionName: name,
          auth: 'none' as const,
        })),
        { method: 'GET', path: '/throws', functionName: 'throws', auth: 'none' },
        { method: 'POST', path: '/echo/{txnId}/document', functionName: 'echo', auth: 'none' },
        { method: 'POST', path: '/start-process', functionName: 'echo', auth: 'iam' },
      ],
    },
  );
});

afterAll(() => fixture.close());

test('a function gets payload format 2.0', async () => {
  const answer = await fetch(`${url}/echo/0x12%2F34/document?a=1&b=x%20y&a=2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'X-Mixed': 'Case', cookie: 'c=1; d=2' },
    body: '{"foo":"ä"}',
  });
  expect(await answer.json()).toMatchObject({
    version: '2.0',
    routeKey: 'POST /echo/{txnId}/document',
    rawPath: '/echo/0x12%2F34/document',
    rawQueryString: 'a=1&b=x%20y&a=2',
    queryStringParameters: { a: '1,2', b: 'x y' },
    pathParameters: { txnId: '0x12/34' },
    cookies: ['c=1', 'd=2'],
    headers: { 'x-mixed': 'Case' },
    body: '{"foo":"ä"}',
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      http: { method: 'POST', path: '/echo/0x12%2F34/document', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      routeKey: 'POST /echo/{txnId}/document',
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    },
  });
});

test('a body that is not text is base64, and no body is none', async () => {
  const post = async (body?: Uint8Array<ArrayBuffer>) => {
    const headers = { 'content-type': 'application/octet-stream' };
    const request = body === undefined ? { method: 'POST', headers } : { method: 'POST', headers, body };
    return (await fetch(`${url}/echo/1/document`, request)).json() as Promise<Record<string, unknown>>;
  };
  expect(await post(new Uint8Array([0, 255]))).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  const empty = await post();
  expect(empty).toMatchObject({ isBase64Encoded: false });
  expect(empty).not.toHaveProperty('body');
});

test.each([
  { path: 'full', status: 201, type: 'text/css', body: 'made' },
  { path: 'json', status: 200, type: 'application/json', body: '{"a":1}' },
  { path: 'text', status: 200, type: 'application/json', body: 'just text' },
  { path: 'nothing', status: 200, type: 'application/json', body: 'null' },
  { path: 'malformed', status: 500, type: 'application/json', body: '{"message":"Internal Server Error"}' },
  { path: 'header', status: 500, type: 'application/json', body: '{"message":"Internal Server Error"}' },
  { path: 'status', status: 500, type: 'application/json', body: '{"message":"Internal Server Error"}' },
  { path: 'throws', status: 500, type: 'application/json', body: '{"message":"Internal Server Error"}' },
  { path: 'nowhere', status: 404, type: 'application/json', body: '{"message":"Not Found"}' },
])('GET /$path is answered with $status', async ({ path, status, type, body }) => {
  const answer = await fetch(`${url}/${path}`);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    status,
    type,
    body,
  ]);
});

test('headers, cookies and bytes of an answer arrive', async () => {
  const full = await fetch(`${url}/full`);
  expect(full.headers.get('x-a')).toBe('b');
  expect(full.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const binary = await fetch(`${url}/binary`);
  expect(new Uint8Array(await binary.arrayBuffer())).toEqual(new Uint8Array([0, 255]));
});

test('a route with auth iam wants a signature, in the header or the query', async () => {
  const unsigned = await fetch(`${url}/start-process`, { method: 'POST', body: '{}' });
  expect([unsigned.status, await unsigned.text()]).toEqual([403, '{"message":"Forbidden"}']);
  const signed = await fetch(`${url}/start-process`, {
    method: 'POST',
    headers: { authorization: signature },
  });
  expect(await signed.json()).toMatchObject({
    requestContext: { authorizer: { iam: { accessKey: 'AKIDEXAMPLE' } } },
  });
  const credential = encodeURIComponent('AKIDEXAMPLE/20261122/us-east-1/execute-api/aws4_request');
  const presigned = await fetch(`${url}/start-process?X-Amz-Credential=${credential}&X-Amz-Signature=0`, {
    method: 'POST',
  });
  expect(presigned.status).toBe(200);
});

test('a body that no event could hold is refused', async () => {
  const body = 'x'.repeat(6 * 1024 * 1024 + 1);
  const answer = await fetch(`${url}/echo/1/document`, { method: 'POST', body });
  expect([answer.status, await answer.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
});
