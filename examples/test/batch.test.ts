import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { isOutputReference } from '@sfs3/runtime/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../test/support/dev-services.js';
import { runCommand } from '../../test/support/run-command.js';
import { salesCsv } from '../batch/csv/sales-csv.js';
import { connect } from '../batch/generated/client.js';
import { runReadmeCommands } from './readme-commands.js';
import { RequestCounter } from './request-count.js';
import { type ServedExample, serveExample } from './served-example.js';

const hasAwsCli = spawnSync('aws', ['--version']).status === 0;
const folder = join(import.meta.dirname, '..', 'batch');
const counter = new RequestCounter();

let example: ServedExample;
let imports: ReturnType<typeof connect>['Import'];
beforeAll(async () => {
  example = await serveExample('batch', counter.options);
  const stateMachines = { Import: example.services.stateMachineArn('Import-dev') };
  ({ Import: imports } = connect({ stateMachines, bucket: example.bucket, ...example.access }));
});
afterAll(() => example?.close());

let uploads = 0;

/** Uploads a file of sales, and waits for the end of the execution that this starts. */
async function upload(text: string) {
  const { s3, bucket, nextExecution } = example;
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'inbox/sales/may.csv', Body: text }));
  const executionArn = await nextExecution(imports.stateMachineArn, uploads);
  uploads += 1;
  const execution = await imports.execution({ executionArn });
  return { execution, outcome: await execution.wait() };
}

async function object(key: string): Promise<string> {
  const { Body } = await example.s3.send(new GetObjectCommand({ Bucket: example.bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}

/** What the sales of a file come to, batch by batch; null where an article is unknown. */
function sumsOf(csv: string): ({ sales: number; cents: number } | null)[] {
  const prices: Readonly<Record<string, number>> = { lamp: 2500, chair: 6000, table: 24000 };
  const lines = csv.trim().split('\n').slice(1);
  const amounts = lines.map((line) => {
    const [article = '', count = ''] = line.split(',').slice(-2);
    return (prices[article] ?? Number.NaN) * Number(count);
  });
  return Array.from({ length: Math.ceil(amounts.length / 100) }, (_, at) => {
    const batch = amounts.slice(at * 100, (at + 1) * 100);
    const cents = batch.reduce((sum, amount) => sum + amount, 0);
    return Number.isNaN(cents) ? null : { sales: batch.length, cents };
  });
}

it('is generated from its spec', () => {
  expect(example.generated).toEqual({ differing: [], diagnostics: [] });
});

describe('ten thousand sales', () => {
  const csv = salesCsv();
  const sums = sumsOf(csv);
  let txnId: string;

  it('are added up, but for three batches, at the price that the page names', async () => {
    const { execution, outcome } = await upload(csv);
    const { transitions, invocations, writes, reads } = await counter.of(example.sfn, outcome.executionArn);
    ({ txnId } = execution);
    expect(outcome.status).toBe('SUCCEEDED');
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    const promised = [...page.matchAll(/^\| \*\*all\*\* \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)][0];
    // The upload itself is the client's.
    const counted = [transitions, invocations, writes - 1, reads];
    expect(counted).toEqual(promised?.slice(1).map(Number));

    const document = await execution.fetch();
    expect(document.sums).toEqual(sums);
    expect(sums.flatMap((sum, number) => (sum === null ? [number] : []))).toEqual([16, 50, 83]);
    expect(document['report-output']).toEqual({
      sales: 9700,
      cents: sums.reduce((all, sum) => all + (sum?.cents ?? 0), 0),
      batches: 100,
      failed: [16, 50, 83],
      details: `runs/Import/${txnId}/each-batch/`,
    });
    expect(document.sales).toHaveLength(10_000);
    expect(document.sales[1]).toEqual({ line: 3, customer: 'Lovelace, Ada', article: 'chair', count: 5 });
  }, 120_000);

  it('stay where they are: the document refers to them', async () => {
    const text = await object(txnId);
    expect(text.length).toBeLessThan(65_536);
    const document = JSON.parse(text);
    expect(isOutputReference(document.sales)).toBe(true);
    expect(document.sums).toHaveLength(100);
  });

  it('leave in S3 why a batch has failed', async () => {
    const { s3, bucket } = example;
    const listed = new ListObjectsV2Command({ Bucket: bucket, Prefix: `runs/Import/${txnId}/each-batch/` });
    const keys = (await s3.send(listed)).Contents?.flatMap(({ Key = '' }) => Key) ?? [];
    const failures: { Cause: string }[] = JSON.parse(
      await object(keys.find((key) => key.endsWith('/FAILED_0.json')) ?? ''),
    );
    const causes = failures.map(({ Cause }) => JSON.parse(Cause)).sort((a, b) => a.iteration - b.iteration);
    expect(causes.map(({ iteration, step }) => ({ iteration, step }))).toEqual(
      [16, 50, 83].map((iteration) => ({ iteration, step: 'book' })),
    );
    expect(causes[0].cause).toContain('Line 1668: the article \\"unicorn\\" has no price.');
  });
});

it('fails where more batches fail than are tolerated', async () => {
  const { outcome } = await upload(salesCsv({ sales: 300, bad: 1 }));
  expect(outcome).toMatchObject({ status: 'FAILED', error: 'TooManyBadBatches' });
});

it('fails where the file is none, and names the line', async () => {
  const { outcome } = await upload('customer,article,count\nHopper,lamp,1\nHopper,lamp,one\n');
  expect(outcome).toMatchObject({ status: 'FAILED', error: 'CsvFormatError' });
  expect(outcome.cause).toContain('Line 3 ');
});

it('books the rest of a file that is no multiple of a batch', async () => {
  const csv = salesCsv({ sales: 150, bad: 0 });
  const { execution } = await upload(csv);
  expect((await execution.fetch()).sums).toEqual(sumsOf(csv));
});

it('says before it runs that a report comes too late for the batches', async () => {
  const spec = join(folder, 'workflow.yaml');
  const explain = (step: string) => runCommand(process.execPath, [command, 'explain', step, '--spec', spec]);
  expect((await explain('report')).stdout).toMatch(/^ +sums +read: each-batch writes it on every path$/m);
  const { stdout } = await explain('book');
  expect(stdout).toMatch(/^ +batch +read: the items of each-batch that it works on$/m);
  expect(stdout).toMatch(/^ +sums +cannot be read: each-batch never comes before/m);
});

it.runIf(hasAwsCli)(
  'does what the commands of README.md say',
  async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'sfs3-batch-'));
    try {
      const { exitCode, stdout, stderr } = await runReadmeCommands('batch', elsewhere);
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toContain('"failed":[16,50,83]');
      expect(stdout).toContain('Line 8335: the article');
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  },
  120_000,
);
