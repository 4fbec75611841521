import { isOutputReference } from '@sfs3/runtime/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

const number = '4111-1111-1111-1111';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('sensitive', {
    'steps/Pay/tokenize.ts': `export const run = () => ({ number: '${number}' });`,
    'steps/Pay/charge.ts': `export const run = ({ card }) => ({ last: card.number.slice(-4) });`,
    'steps/Pay/verify.ts': `export const run = ({ card }) => 'proof of ' + card.number;`,
    'steps/Pay/note.ts': `export const run = ({ context, ...reads }) => Object.keys(reads);`,
    'steps/Pay/forget.ts': `export const run = ({ card }) => { if (!card.number) throw new Error('No card.'); };`,
    'steps/Ledger/book.ts': `export const run = ({ input }) => Object.keys(input);`,
    'steps/Ledger/seal.ts': `export const run = () => 'sealed';`,
  });
});
afterAll(() => service?.close());

async function pay(amount: number) {
  const execution = await service.start('Pay', { amount });
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  const published = await service.object(execution.txnId);
  return { execution, published, document: await execution.fetch() };
}

it('is read by those who declare it, and by nobody else', async () => {
  const { execution, published, document } = await pay(5);
  expect(document).toMatchObject({
    card: { number },
    'charge-output': { last: '1111' },
    'note-output': ['input', 'charge-output', 'ledger-output'],
  });
  expect(document).not.toHaveProperty('proof');
  const { card } = JSON.parse(published);
  expect(isOutputReference(card) && Object.keys(card)).toEqual(['$ref']);
  expect(card.$ref).toMatch(new RegExp(`^s3://payments-data-test/out/Pay/${execution.txnId}/card$`));
  expect(published).not.toContain(number);
  expect(await service.history(execution.executionArn)).not.toContain(number);
});

it('stays a reference behind the endpoint', async () => {
  const { execution, published } = await pay(5);
  expect(await service.get(`/pay/${execution.txnId}/document`)).toEqual(JSON.parse(published));
});

it('that only one way writes is in no published document, and in what a reader of its object fetches', async () => {
  const { published, document } = await pay(500);
  expect(JSON.parse(published)).not.toHaveProperty('proof');
  expect(document).toMatchObject({ proof: `proof of ${number}` });
});

it('reaches a started workflow that is given it, and stays a reference where a generated state publishes', async () => {
  const { document } = await pay(5);
  const { processData } = document['ledger-output'] as { readonly processData: string };
  const child = await service.execution('Ledger', processData);
  expect((await child.wait()).status).toBe('SUCCEEDED');
  const published = JSON.parse(await service.object(processData));
  expect(published['book-output']).toEqual(['card', 'charge-output']);
  expect(isOutputReference(published['seal-output'])).toBe(true);
  expect(await child.fetch()).toMatchObject({ 'seal-output': 'sealed' });
});
