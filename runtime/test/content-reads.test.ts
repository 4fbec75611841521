import { buffer } from 'node:stream/consumers';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ContentHandle, fetchDocument, newTxnId, openStoredContent } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { contentHandler, digestOf, mailing, pseudoFile, rendering } from './support/content-steps.js';
import type { Exchange } from './support/front.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { eventOf } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let meddle: ((exchange: Exchange) => Promise<void> | undefined) | undefined;
let txnId = '';
const log = captureLog();
const size = 3 * 2 ** 20 + 7;

beforeAll(async () => {
  services = await startServices((exchange) => {
    if (exchange.txnId === txnId) {
      const { range } = exchange.headers;
      requests.push(
        `${exchange.name.replace(`out/ProcessA/${txnId}/`, '')}${range === undefined ? '' : ` ${range}`}`,
      );
    }
    return meddle?.(exchange);
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  meddle = undefined;
  const owner = { 'sfs3-execution': eventOf(txnId, '').execution };
  await putText(services.s3, txnId, '{"foo":"foo val"}', owner);
  await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{"value":21}', owner);
});

const render = (source: unknown = pseudoFile(size)) =>
  contentHandler(rendering, () => source)(eventOf(txnId, 'render'));
const mail = (body: (reads: { readonly invoice: ContentHandle }) => unknown, optional = false) => {
  const reads = mailing.reads.map((read) => ({ ...read, optional }));
  const { publish: _other, ...definition } = mailing;
  requests = [];
  return contentHandler({ ...definition, reads }, body)(eventOf(txnId, 'mail'));
};

describe('a step that reads a content', () => {
  it('is given its size and type for one HEAD, and the bytes when it wants them', async () => {
    await render();
    await mail(({ invoice }) => {
      expect([invoice.size, invoice.type]).toEqual([size, 'application/pdf']);
      return {};
    });
    expect(requests).toEqual(['HEAD invoice', 'PUT step-c-output']);
    await mail(async ({ invoice }) => {
      const expected = await digestOf(pseudoFile(size));
      expect(await digestOf(invoice.stream())).toBe(expected);
      expect(await digestOf([await buffer(invoice.stream())])).toBe(expected);
      expect(await digestOf([await invoice.bytes()])).toBe(expected);
      return {};
    });
    expect(requests.filter((name) => name.startsWith('GET invoice'))).toHaveLength(3);
  });

  it('reads text, and nothing of an empty one', async () => {
    await render('Grüße');
    await mail(async ({ invoice }) => {
      expect(await invoice.text()).toBe('Grüße');
      return {};
    });
    txnId = newTxnId();
    await putText(services.s3, txnId, '{}');
    await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{}');
    await render('');
    await mail(async ({ invoice }) => {
      expect([invoice.size, await invoice.text(), await buffer(invoice.stream())]).toEqual([
        0,
        '',
        Buffer.alloc(0),
      ]);
      return {};
    });
  });

  it('takes a broken connection up where it broke, and asks for the very same object', async () => {
    await render();
    let breaks = 3;
    meddle = (exchange) => {
      if (!exchange.name.startsWith('GET out')) return undefined;
      expect(exchange.headers['if-match']).toBeDefined();
      if (breaks-- <= 0) return undefined;
      return exchange.forward().then(({ status, headers, body }) => {
        exchange.cutAfter({ status, headers, body: body.subarray(0, 2 ** 20) });
      });
    };
    await mail(async ({ invoice }) => {
      expect(await digestOf(invoice.stream())).toBe(await digestOf(pseudoFile(size)));
      return {};
    });
    const resumed = requests.filter((name) => name.includes(' bytes='));
    expect(resumed.length).toBeGreaterThan(0);
    expect(new Set(resumed).size).toBe(resumed.length);
  });

  it('fails where it stays broken, with an error that is retried', async () => {
    await render();
    meddle = (exchange) =>
      exchange.name.startsWith('GET out') ? Promise.resolve(exchange.cut()) : undefined;
    await expect(mail(({ invoice }) => invoice.text())).rejects.toMatchObject({
      name: 'StoreUnavailableError',
    });
  });

  it('is never given the bytes of another object', async () => {
    await render();
    await expect(
      mail(async ({ invoice }) => {
        const Key = `out/ProcessA/${txnId}/invoice`;
        await services.s3.send(new PutObjectCommand({ Bucket: bucketName, Key, Body: 'another' }));
        return invoice.text();
      }),
    ).rejects.toMatchObject({ name: 'StoreRefusedError', code: 'PreconditionFailed' });
  });

  it('lets go of the connection when it reads no further', async () => {
    await render(pseudoFile(20 * 2 ** 20));
    await mail(async ({ invoice }) => {
      for await (const chunk of invoice.stream()) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      const stream = invoice.stream();
      stream.destroy(new Error('enough'));
      await expect(buffer(stream)).rejects.toThrow('enough');
      return {};
    });
  });

  it('fails where it is missing, unless the read is optional', async () => {
    await expect(mail(() => ({}))).rejects.toMatchObject({ name: 'S3DataPreconditionError' });
    const body = (reads: { readonly invoice: ContentHandle }) => {
      expect(reads).toHaveProperty('invoice', undefined);
      return {};
    };
    await mail(body, true);
  });

  it('is refused what belongs to another execution', async () => {
    await putText(services.s3, `out/ProcessA/${txnId}/invoice`, '%PDF', { 'sfs3-execution': 'arn:another' });
    await expect(mail(() => ({}))).rejects.toMatchObject({ name: 'DocumentOwnedError' });
  });
});

describe('a document', () => {
  const reference = () => ({
    $ref: `s3://${bucketName}/out/ProcessA/${txnId}/invoice`,
    size,
    type: 'application/pdf',
  });
  const fetched = (more = {}) =>
    fetchDocument({ s3: services.s3, bucket: bucketName, workflow: 'ProcessA', txnId, ...more });
  const known = { outputKeys: mailing.outputKeys, contents: ['invoice'] };

  it.each([
    ['reads it', mailing],
    ['does not', { ...mailing, reads: [] }],
  ])('refers to a content, whatever may fit, where the publishing step %s', async (_name, definition) => {
    await render();
    const publish = {
      ...definition.publish,
      outputs: mailing.outputKeys,
      certain: [],
      maxBytes: 10,
      contents: ['invoice'],
    };
    requests = [];
    await contentHandler({ ...definition, publish }, () => ({ mailed: true }))(eventOf(txnId, 'mail'));
    expect(requests.filter((name) => name.endsWith('invoice'))).toEqual(['HEAD invoice']);
    const sha256 = await digestOf(pseudoFile(size));
    const { text } = await readObject(services.s3, txnId);
    expect(JSON.parse(text)).toMatchObject({ foo: 'foo val', invoice: { ...reference(), sha256 } });
    for (const more of [{}, known]) {
      const { document } = await fetched(more);
      expect(document).toEqual({
        foo: 'foo val',
        'step-a-output': { value: 21 },
        invoice: { ...reference(), sha256 },
        'step-c-output': { mailed: true },
      });
    }
  });

  it('refers to a sensitive content only by its place; whoever may read it gets the rest', async () => {
    await render(pseudoFile(9 * 2 ** 20));
    const publish = {
      outputs: mailing.outputKeys,
      certain: [],
      maxBytes: 2 ** 20,
      sensitive: ['invoice'],
      contents: ['invoice'],
    };
    await contentHandler({ ...mailing, publish }, () => ({}))(eventOf(txnId, 'mail'));
    const { $ref } = reference();
    expect(JSON.parse((await readObject(services.s3, txnId)).text).invoice).toEqual({ $ref });
    const opened = { $ref, size: 9 * 2 ** 20, type: 'application/pdf' };
    const sensitive = ['invoice'];
    expect((await fetched({ ...known, sensitive })).document.invoice).toEqual(opened);
    expect((await fetched()).document.invoice).toEqual(opened);
    const withheld = { ...known, sensitive, withholdSensitive: true };
    expect((await fetched(withheld)).document.invoice).toEqual({ $ref });
  });

  it('is composed with references while the execution runs: no byte of a content is read', async () => {
    await render();
    for (const more of [{}, known]) {
      const { document, published } = await fetched(more);
      expect([published, document.invoice]).toEqual([
        false,
        { ...reference(), sha256: await digestOf(pseudoFile(size)) },
      ]);
    }
  });

  it('leads to the content: it is opened by its key', async () => {
    await render();
    const where = { s3: services.s3, bucket: bucketName, workflow: 'ProcessA', txnId };
    const invoice = await openStoredContent({ ...where, key: 'invoice' });
    expect(await digestOf(invoice.stream())).toBe(await digestOf(pseudoFile(size)));
    await expect(openStoredContent({ ...where, key: 'receipt' })).rejects.toMatchObject({
      name: 'ContentNotFoundError',
    });
  });
});
