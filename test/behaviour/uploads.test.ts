import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

const bodies = {
  // Its first attempt fails.
  'steps/Scan/recognize.ts': `class Blurred extends Error { name = 'StoreUnavailableError'; }
    export const run = async ({ upload, input, context }) => {
      if (context.attempt === 1) throw new Blurred('Not sharp.');
      context.logger.info('recognizing', { type: upload.type, size: upload.size, key: input.upload.key });
      return { words: (await upload.text()).split(' ').length };
    };`,
  'steps/Scan/copy.ts': `export const run = ({ upload }) => upload.stream();`,
  'steps/Scan/file.ts': `export const run = ({ context, ...reads }) => Object.keys(reads);`,
  'steps/Import/load.ts': `export const run = async ({ input, upload }) =>
      upload ? (await upload.text()).split('\\n').length : input.rows;`,
};

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.serve('uploads', bodies);
});
afterAll(() => service?.close());

describe('a file that is put into the inbox', () => {
  it('starts the workflow of its key, whose steps read it', async () => {
    const { eTag, versionId } = await service.upload('inbox/scans/page 1.txt', 'three short words');
    const [txnId = ''] = await service.executionsOf('Scan', 1);
    const execution = await service.execution('Scan', txnId);
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    const upload = { bucket: 'scans-data-test', key: 'inbox/scans/page 1.txt', size: 17, eTag, versionId };
    expect(await execution.fetch()).toEqual({ upload, text: { words: 3 }, 'file-output': ['input', 'text'] });
    const seen = await service.logged({ txnId: execution.txnId, message: 'recognizing' });
    expect(seen).toMatchObject({ attempt: 2, size: 17, key: 'inbox/scans/page 1.txt' });
  });

  it('decides in a condition, and is copied as it is', async () => {
    const text = 'word '.repeat(500);
    await service.upload('inbox/letters/long', text);
    const executions = await service.executionsOf('Scan', 2);
    const execution = await service.execution('Scan', executions[0] ?? '');
    expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution.fetch()).toMatchObject({ copy: { size: text.length, type: 'text/plain' } });
    expect(await (await execution.open('copy')).text()).toBe(text);
  });

  it('starts a workflow that can be started otherwise, too', async () => {
    await service.upload('inbox/rows.csv', 'a\nb\nc');
    const [txnId = ''] = await service.executionsOf('Import', 1);
    const fromFile = await service.execution('Import', txnId);
    expect(await fromFile.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await fromFile.fetch()).toMatchObject({ upload: { key: 'inbox/rows.csv' }, lines: 3 });
    const byHand = await service.start('Import', { rows: 7 });
    expect(await byHand.wait()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await byHand.fetch()).toEqual({ rows: 7, lines: 7 });
  });

  it('starts nothing where no trigger is told of it', async () => {
    await service.upload('inbox/scans/page.pdf', 'x');
    await service.upload('elsewhere/scans/page.txt', 'x');
    // What comes behind them is through.
    await service.upload('inbox/last.csv', 'x');
    await service.executionsOf('Import', 3);
    expect(await service.executionsOf('Scan', 2)).toHaveLength(2);
  });
});
