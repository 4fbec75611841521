import { afterAll, beforeAll, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('mapped-input', {
    'steps/Order/price.ts': `export const run = () => ({ total: 12.5, margin: 3 });`,
    'steps/Order/vault.ts': `export const run = () => ({ token: 't1' });`,
    'steps/Order/wrap.ts': `export const run = ({ input }) => (input.note ? { kind: { name: 'silk' } } : 'none');`,
    'steps/Order/note.ts': `export const run = () => undefined;`,
    'steps/Shipping/pack.ts': `export const run = ({ input }) => Object.keys(input);`,
    'steps/Billing/draw.ts': `export const run = ({ input }) => input.token.length;`,
  });
});
afterAll(() => service?.close());

async function children(input: object) {
  const execution = await service.start('Order', input);
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  const document = await execution.fetch();
  const documentOf = async (workflow: string, key: string) => {
    const { processData } = document[key] as { readonly processData: string };
    const child = await service.execution(workflow, processData);
    expect((await child.wait()).status).toBe('SUCCEEDED');
    return child.fetch();
  };
  return {
    shipping: await documentOf('Shipping', 'ship-output'),
    billing: await documentOf('Billing', 'bill-output'),
  };
}

it('gives each started workflow what its map names, and nothing else', async () => {
  const { shipping, billing } = await children({ customer: { id: 7, name: 'n' }, note: 'Hi' });
  expect(shipping).toEqual({
    customer: 7,
    total: 12.5,
    note: 'Hi',
    'the price': { total: 12.5, margin: 3 },
    'pack-output': ['customer', 'total', 'note', 'the price'],
  });
  expect(billing).toEqual({ token: 't1', paper: 'silk', 'draw-output': 2 });
});

it('leaves out what is not there', async () => {
  const plain = await children({ customer: { id: 7 } });
  expect(plain.shipping).not.toHaveProperty('note');
  expect(plain.billing).toEqual({ token: 't1', 'draw-output': 2 });
  const empty = await children({ customer: { id: 7 }, note: '' });
  expect(empty.billing).not.toHaveProperty('paper');
});
