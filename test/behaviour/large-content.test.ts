import { afterAll, beforeAll, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

const mebibytes = 1024;
const memoryMb = 256;

/** The digest of what `render` writes, and of what `mail` reads: one picture for each mebibyte. */
const file = `import { createHash } from 'node:crypto';
  const piece = Buffer.alloc(2 ** 20, 'sfs3');
  export const peakMb = () => process.resourceUsage().maxRSS / 1024;
  export const pieces = function* (count) {
    // Each is told from every other one: none may be lost, doubled or misplaced.
    for (let number = 0; number < count; number += 1) {
      const own = Buffer.from(piece);
      own.writeUInt32LE(number, 0);
      yield own;
    }
  };
  export const digest = () => createHash('sha256');`;

const small = `export const run = () => 'small';`;
let service: RunningService;
beforeAll(async () => {
  const bodies = {
    'steps/file.ts': file,
    'steps/Bill/scan-passport.ts': small,
    'steps/Bill/draw.ts': small,
    'steps/Bill/judge.ts': `export const run = () => ({ again: false });`,
    'steps/Bill/terms.ts': small,
    'steps/Bill/render.ts': `import { digest, peakMb, pieces } from '../file.js';
      export const run = async function* ({ input, context }) {
        const hash = digest();
        for (const piece of pieces(input.amount)) { hash.update(piece); yield piece; }
        context.logger.info('written', { sha256: hash.digest('hex'), peakMb: peakMb() });
      };`,
    'steps/Bill/mail.ts': `import { digest, peakMb } from '../file.js';
      export const run = async ({ invoice, context }) => {
        const hash = digest();
        let bytes = 0;
        for await (const chunk of invoice.stream()) { hash.update(chunk); bytes += chunk.length; }
        context.logger.info('read', { sha256: hash.digest('hex'), peakMb: peakMb() });
        return { bytes };
      };`,
    'steps/Ledger/note.ts': small,
    'steps/Ledger/sign.ts': small,
  };
  service = await RunningService.serve('contents', bodies, { onDisk: true });
});
afterAll(() => service?.close());

it('passes 1 GiB through functions with 256 MB, and through this process', async () => {
  const before = process.resourceUsage().maxRSS / 1024;
  const execution = await service.start('Bill', { amount: mebibytes });
  expect(await execution.wait()).toMatchObject({ status: 'SUCCEEDED' });
  const { txnId } = execution;
  const [written, read] = [
    await service.logged({ txnId, message: 'written' }),
    await service.logged({ txnId, message: 'read' }),
  ];
  expect(await execution.fetch()).toMatchObject({
    invoice: { size: mebibytes * 2 ** 20 },
    'mail-output': { bytes: mebibytes * 2 ** 20 },
  });
  expect(read.sha256).toBe(written.sha256);
  for (const { peakMb, message } of [written, read]) {
    expect(peakMb, String(message)).toBeGreaterThan(20);
    expect(peakMb, String(message)).toBeLessThan(memoryMb);
  }
  // The embedded S3 holds the bytes on disk alone.
  expect(process.resourceUsage().maxRSS / 1024 - before).toBeLessThan(memoryMb);
}, 300_000);
