import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../test/support/run-command.js';
import { connect } from '../documents/generated/client.js';
import { readPdf } from './read-pdf.js';
import { readmeCommands, runReadmeCommands } from './readme-commands.js';
import { type ServedExample, serveExample } from './served-example.js';

const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0;
const hasAwsCli = spawnSync('aws', ['--version']).status === 0;

let elsewhere: string;
let example: ServedExample;
let publishing: ReturnType<typeof connect>['Publish'];
beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'sfs3-documents-'));
  example = await serveExample('documents');
  const stateMachines = { Publish: example.services.stateMachineArn('Publish-dev') };
  ({ Publish: publishing } = connect({ stateMachines, bucket: example.bucket, ...example.access }));
});
afterAll(async () => {
  await example?.close();
  rmSync(elsewhere, { recursive: true });
});

let uploads = 0;

/** Uploads a text, and waits for the end of the execution that this starts. */
async function publish(name: string, text: string) {
  const { s3, bucket, nextExecution } = example;
  await s3.send(
    new PutObjectCommand({ Bucket: bucket, Key: `inbox/texts/${name}`, Body: Buffer.from(text) }),
  );
  const executionArn = await nextExecution(publishing.stateMachineArn, uploads);
  uploads += 1;
  const execution = await publishing.execution({ executionArn });
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  return execution;
}

it('is generated from its spec', () => {
  expect(example.generated).toEqual({ differing: [], diagnostics: [] });
});

describe('a text that is uploaded', () => {
  const full = 'word '.repeat(17).trim();
  const numbered = Array.from({ length: 100 }, (_, at) => `line ${at + 1}`).join('\n');
  const text = `A "title" (of \\ sorts)\n\n${full} ${full} end\n\füber ß\r\nsecond\f${numbered}\n\f`;
  let pdf: Uint8Array;

  it('becomes a booklet, and is announced', async () => {
    const execution = await publish('poème ≠ prose.txt', text);
    const document = await execution.fetch();
    const booklet = await execution.open('booklet');
    expect(document.pages).toEqual(text.split('\f').slice(0, 3));
    expect(document.columns).toEqual([
      { words: 40, lines: ['A "title" (of \\ sorts)', '', full, full, 'end'] },
      { words: 3, lines: ['über ß', 'second'] },
      { words: 200, lines: numbered.split('\n') },
    ]);
    expect(document.summary).toEqual({
      title: 'poème ≠ prose',
      pages: 3,
      words: 243,
      bytes: booklet.size,
      type: 'application/pdf',
    });
    expect(document.booklet).toMatchObject({ size: booklet.size, type: 'application/pdf' });
    expect(document).not.toHaveProperty('refusal');
    pdf = await booklet.bytes();
  });

  it('is a PDF whose parts are where it says', () => {
    const { pages } = readPdf(pdf);
    expect(pages).toHaveLength(5);
    expect(pages[0]).toContain('(A "title" \\(of \\\\ sorts\\)) \'');
    expect(pages[2]).toContain("(line 48) '");
    expect(pages[3]).not.toContain("(line 48) '");
    expect(pages[4]).toContain("(line 100) '");
  });

  it.runIf(process.env.SFS3_TEST_POPPLER === 'required')('has an independent reader in CI', () => {
    expect(hasPoppler).toBe(true);
  });

  it.runIf(hasPoppler)('is read by others as it was written', async () => {
    const path = join(elsewhere, 'booklet.pdf');
    writeFileSync(path, pdf);
    const info = await runCommand('pdfinfo', ['-enc', 'UTF-8', path]);
    expect({ exitCode: info.exitCode, stderr: info.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(info.stdout).toMatch(/^Title: +poème ≠ prose$/m);
    expect(info.stdout).toMatch(/^Pages: +5$/m);
    expect(info.stdout).toMatch(/^Page size: +595 x 842 pts \(A4\)$/m);
    const read = await runCommand('pdftotext', ['-enc', 'UTF-8', '-layout', '-nopgbrk', path, '-']);
    expect(read.stderr).toBe('');
    const lines = read.stdout.split('\n').map((line) => line.trim());
    const written = ['A "title" (of \\ sorts)', full, full, 'end', '1', 'über ß', 'second', '2'];
    expect(lines.filter((line) => line !== '').slice(0, 8)).toEqual(written);
    expect(lines).toContain('line 100');
  });

  it('is tried again where a word needs a line of its own', async () => {
    const word = 'm'.repeat(100);
    const execution = await publish('long.txt', `a ${word} z`);
    const { columns } = await execution.fetch();
    const [{ words, lines } = { words: 0, lines: [] }] = columns ?? [];
    expect(words).toBe(3);
    expect(lines).toHaveLength(3);
    expect(lines.join(' ').replaceAll('- ', '')).toBe(`a ${word} z`);
    expect(await example.errorsOf(execution.executionArn)).toEqual(['HyphenatorBusyError']);
  });

  it('is refused where a page cannot be printed, and the page is named', async () => {
    const execution = await publish('no.txt', 'fine\ffine, too\fnot ☃\ffine');
    const document = await execution.fetch();
    expect(document.refusal).toEqual({ page: 3, because: 'The font has no character U+2603.' });
    expect(document).not.toHaveProperty('booklet');
  });

  it('is one page where it is empty', async () => {
    const execution = await publish('empty.txt', '');
    expect((await execution.fetch()).summary).toMatchObject({ title: 'empty', pages: 1, words: 0 });
    expect(readPdf(await (await execution.open('booklet')).bytes()).pages).toHaveLength(1);
  });
});

it.runIf(hasAwsCli)(
  'does what the commands of README.md say',
  async () => {
    const commands = readmeCommands('documents');
    const { exitCode, stdout, stderr } = await runReadmeCommands('documents', elsewhere);
    expect(exitCode, stderr).toBe(0);
    expect(commands.at(-1)).toContain('--output booklet');
    expect(stdout).toContain('"title":"pages","pages":2,"words":5');
    expect(readPdf(readFileSync(join(elsewhere, 'pages.pdf'))).pages).toHaveLength(2);
  },
  120_000,
);
