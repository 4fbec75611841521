import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { createBundleOptions } from '@sfs3/runtime/bundle';
import { build } from 'esbuild';
import type { Benchmark, Measurement } from './report.js';
import { median } from './statistics.js';

const handlers = resolve(import.meta.dirname, '../generated/ProcessA/handlers');
const runs = 15;

/** Prints the milliseconds that loading a bundle takes in a new process. */
const loader = `
const start = process.hrtime.bigint();
require(process.argv[1]);
console.log(Number(process.hrtime.bigint() - start) / 1e6);
`;

/** Size and import time of ProcessA's functions, as they are deployed. */
export const bundles: Benchmark = {
  title: 'Bundles of ProcessA (deflate level 9; import in a new process, median)',
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sfs3-bench-'));
    try {
      const names = readdirSync(handlers).map((file) => file.replace(/\.ts$/, ''));
      const entries = Object.fromEntries(names.map((name) => [name, join(handlers, `${name}.ts`)]));
      await build(createBundleOptions({ entries, outdir: folder }));
      return names.map((name) => measureBundle(name, join(folder, `${name}.cjs`)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function measureBundle(name: string, path: string): Measurement {
  const code = readFileSync(path);
  const zipped = deflateRawSync(code, { level: 9 }).length;
  const env = {
    ...process.env,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    BUCKET_NAME: 'bench',
  };
  const load = () => Number(execFileSync(process.execPath, ['-e', loader, path], { env, encoding: 'utf8' }));
  load();
  const milliseconds = median(Array.from({ length: runs }, load));
  return {
    what: name,
    seen: `${(zipped / 1024).toFixed(0)} KiB zipped, ${(code.length / 1024).toFixed(0)} KiB, import ${milliseconds.toFixed(0)} ms`,
    aim: '≤ 129 KiB, ≤ 76 ms',
  };
}
