import { createHash } from 'node:crypto';
import { isContentReference } from '@sfs3/runtime/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

const bodies = {
  'steps/Bill/scan-passport.ts': `export const run = () => Buffer.from('secret picture');`,
  'steps/Bill/draw.ts': `let drawings = 0;
    export const run = () => (async function* () { yield '<svg>'; yield String(drawings += 1); yield '</svg>'; })();`,
  'steps/Bill/judge.ts': `export const run = async ({ chart }) => ({ again: !(await chart.text()).includes('3') });`,
  'steps/Bill/terms.ts': `export const run = () => 'Zahlbar sofort: 30 €';`,
  // Its first attempt breaks off behind more than one part.
  'steps/Bill/render.ts': `import { Readable } from 'node:stream';
    class BrokenPress extends Error { name = 'StoreUnavailableError'; }
    export const run = ({ input, chart, passport, context, 'terms-output': terms }) => Readable.from(async function* () {
      yield '%PDF ' + (terms ? await terms.text() : 'no terms') + ' ';
      yield* chart.stream();
      yield* passport.stream();
      for (let page = 0; page < input.amount; page += 1) yield Buffer.alloc(2 ** 20, page);
      if (context.attempt === 1) throw new BrokenPress('Paper jam.');
    }());`,
  'steps/Bill/mail.ts': `export const run = async ({ invoice, chart, context, ...reads }) => {
      context.logger.info('mailing', { type: invoice.type, chart: chart.type, reads: Object.keys(reads) });
      let bytes = 0;
      for await (const chunk of invoice.stream()) bytes += chunk.length;
      return { bytes };
    };`,
  'steps/Ledger/note.ts': `export const run = ({ input }) => Object.keys(input);`,
  'steps/Ledger/sign.ts': `export const run = () => new Uint8Array([1, 2, 3]);`,
};

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('contents', bodies);
});
afterAll(() => service?.close());

async function bill(amount: number) {
  const execution = await service.start('Bill', { amount });
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  const place = `s3://invoices-data-test/out/Bill/${execution.txnId}`;
  return { execution, place, document: (await execution.fetch()) as Record<string, unknown> };
}

describe('a workflow with files', () => {
  it('writes each once, however it is retried, and on a loop once each visit', async () => {
    const { execution, place, document } = await bill(20);
    const beginning = '%PDF no terms <svg>3</svg>secret picture';
    const size = Buffer.byteLength(beginning) + 20 * 2 ** 20;
    expect(document).toMatchObject({
      amount: 20,
      verdict: { again: false },
      chart: { $ref: `${place}/chart`, size: 12, type: 'image/svg+xml' },
      invoice: { $ref: `${place}/invoice`, size, type: 'application/pdf' },
      'mail-output': { bytes: size },
    });
    expect(document).not.toHaveProperty('terms-output');
    expect(await service.visits(execution.executionArn)).toMatchObject({ draw: 3, render: 1, mail: 1 });
    expect(await service.versions(`out/Bill/${execution.txnId}/`)).toMatchObject({
      passport: 1,
      chart: 3,
      invoice: 1,
    });
    expect(await service.unfinishedUploads()).toEqual([]);
    const invoice = await execution.open('invoice');
    expect([invoice.size, invoice.type]).toEqual([size, 'application/pdf']);
    expect(
      Buffer.from(await invoice.bytes())
        .subarray(0, beginning.length)
        .toString(),
    ).toBe(beginning);
  });

  it('gives the one that some ways write to those who read it maybe', async () => {
    const { execution, document } = await bill(101);
    expect(isContentReference(document['terms-output']) && document['terms-output']).toMatchObject({
      type: 'text/plain; charset=utf-8',
      sha256: createHash('sha256').update('Zahlbar sofort: 30 €').digest('hex'),
    });
    expect(await (await execution.open('terms-output')).text()).toBe('Zahlbar sofort: 30 €');
  });

  it('keeps a sensitive one out of what others see but for its place', async () => {
    const { execution, place, document } = await bill(1);
    const published = await service.object(execution.txnId);
    expect(JSON.parse(published).passport).toEqual({ $ref: `${place}/passport` });
    expect(document.passport).toMatchObject({ $ref: `${place}/passport`, type: 'image/png', size: 14 });
    expect(await service.get(`/bill/${execution.txnId}/document`)).toEqual(JSON.parse(published));
    expect(await service.history(execution.executionArn)).not.toContain('secret');
    const mailing = await service.logged({ txnId: execution.txnId, message: 'mailing' });
    expect(mailing.reads).toEqual(['input', 'verdict', 'book-output']);
  });

  it('starts others without them, and a generated state publishes references', async () => {
    const { document } = await bill(1);
    const { processData } = document['book-output'] as { readonly processData: string };
    const child = await service.execution('Ledger', processData);
    expect((await child.wait()).status).toBe('SUCCEEDED');
    const published = JSON.parse(await service.object(processData));
    expect(published).toMatchObject({
      'note-output': ['amount', 'verdict'],
      signature: { size: 3, type: 'application/octet-stream' },
    });
    expect(await child.fetch()).toEqual(published);
    expect([...(await (await child.open('signature')).bytes())]).toEqual([1, 2, 3]);
    await expect(child.open('seal')).rejects.toMatchObject({ name: 'ContentNotFoundError' });
  });
});
