import { expect, test } from 'vitest';
import { createRouteTable } from '../../src/http-triggers/route-table.js';

const paths = ['/orders', '/orders/new', '/orders/{id}', '/orders/{id}/document', '/files/{path+}', '/'];
const find = createRouteTable([
  { method: 'ANY', path: '/orders/{id}', functionName: 'any', auth: 'none' },
  ...paths.map((path) => ({ method: 'GET', path, functionName: path, auth: 'none' as const })),
]);

test.each([
  ['GET', '/orders', '/orders', {}],
  ['GET', '/orders/new', '/orders/new', {}],
  ['GET', '/orders/7', '/orders/{id}', { id: '7' }],
  ['DELETE', '/orders/7', 'any', { id: '7' }],
  ['GET', '/orders/a%20b%2Fc', '/orders/{id}', { id: 'a b/c' }],
  ['GET', '/orders/%E0%A4%A', '/orders/{id}', { id: '%E0%A4%A' }],
  ['GET', '/orders/7/document', '/orders/{id}/document', { id: '7' }],
  ['GET', '/files/a/b', '/files/{path+}', { path: 'a/b' }],
  ['GET', '/', '/', {}],
])('%s %s', (method, path, functionName, pathParameters) => {
  const match = find(method, path);
  expect(match?.route.functionName).toBe(functionName);
  expect(match?.pathParameters).toEqual(pathParameters);
});

test.each([
  ['POST', '/orders'],
  ['GET', '/orders/'],
  ['GET', '/orders/7/other'],
  ['GET', '/files'],
  ['GET', '/constructor'],
])('no route answers %s %s', (method, path) => {
  expect(find(method, path)).toBeUndefined();
});
