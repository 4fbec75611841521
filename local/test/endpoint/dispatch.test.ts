import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startFixture } from '../lambda-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
  await fixture.apply(
    {
      hello: `export const handler = () => ({ statusCode: 200, headers: { server: 'route' }, body: 'hello' })`,
    },
    {
      routes: [
        { method: 'GET', path: '/test-bucket', functionName: 'hello', auth: 'none' },
        { method: 'GET', path: '/hello', functionName: 'hello', auth: 'none' },
      ],
    },
  );
});

afterAll(() => fixture.close());

const signedFor = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/${service}/aws4_request, Signature=0`,
});

/** Which service answered, told from the shape of its answer. */
async function answeredBy(method: string, path: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(fixture.services.endpoint + path, { method, headers });
  const body = await answer.text();
  if (answer.headers.get('server') === 'route') return 'route';
  if (answer.headers.has('x-amz-request-id')) return 's3';
  if (answer.headers.get('content-type') === 'application/x-amz-json-1.0') return 'states';
  if (body.includes('"Type":"User"')) return 'lambda';
  return `${answer.status} ${body}`;
}

const target = { 'x-amz-target': 'AWSStepFunctions.ListStateMachines' };
const notFound = '404 {"message":"Not Found"}';

test.each([
  ['POST', '/', target, 'states'],
  ['POST', '/', { ...target, ...signedFor('states') }, 'states'],
  ['POST', '/', signedFor('states'), 'states'],
  ['GET', '/2015-03-31/functions/', {}, 'lambda'],
  ['GET', '/elsewhere', signedFor('lambda'), 'lambda'],
  ['GET', '/hello', {}, 'route'],
  ['GET', '/hello', signedFor('execute-api'), 'route'],
  ['GET', '/hello', signedFor('s3'), 's3'],
  ['GET', '/', signedFor('s3'), 's3'],
  ['GET', '/elsewhere', signedFor('execute-api'), notFound],
  // Unsigned: a route that matches, else a bucket that is there.
  ['GET', '/test-bucket', {}, 'route'],
  ['GET', '/test-bucket/key', {}, 's3'],
  ['GET', '/other-bucket/key', {}, notFound],
  ['GET', '/%E0%A4%A', {}, notFound],
  ['GET', '/', {}, notFound],
])('%s %s %j is answered by %s', async (method, path, headers, service) => {
  expect(await answeredBy(method, path, headers as Record<string, string>)).toBe(service);
});

test('a service that is not here is refused by name', async () => {
  expect(await answeredBy('GET', '/', signedFor('dynamodb'))).toBe(
    '400 {"message":"The service \\"dynamodb\\" is not served here; s3, states, lambda and execute-api are."}',
  );
});

test('the endpoint listens on loopback and outlives requests that are no HTTP', async () => {
  const { hostname, port } = new URL(fixture.services.endpoint);
  expect(hostname).toBe('127.0.0.1');
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resume().end('\0\0 not http\r\n\r\n');
  await closed;
  expect(await answeredBy('GET', '/hello', {})).toBe('route');
});

test('closing ends connections that are kept alive', async () => {
  const short = await startFixture();
  const { hostname, port } = new URL(short.services.endpoint);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => {
    socket.once('data', resolve);
    socket.write('GET /nothing HTTP/1.1\r\nHost: local\r\n\r\n');
  });
  await short.close();
  await closed;
  await expect(fetch(short.services.endpoint)).rejects.toThrow();
});

test('a port that is taken is an error, and nothing is left behind', async () => {
  const port = Number(new URL(fixture.services.endpoint).port);
  await expect(startFixture({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
