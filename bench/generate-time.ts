import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { writeLinearService } from './linear-service.js';
import { type Benchmark, type Measurement, ratio } from './report.js';
import { median } from './statistics.js';

const command = resolve(import.meta.dirname, '../cli/bin/sfs3.js');
const sizes = [10, 100, 1_000] as const;
const runs = 5;

/** How long `sfs3 generate` takes as a process of its own, from nothing and with nothing to do. */
export const generateTime: Benchmark = {
  title: `sfs3 generate as a cold process (median of ${runs}; every output has a schema)`,
  async measure() {
    const results = sizes.map((steps) => ({ steps, ...measureSize(steps) }));
    const lines: Measurement[] = results.map(({ steps, fresh, unchanged }) => ({
      what: `${steps} steps`,
      seen: `${fresh.toFixed(0)} ms into an empty folder, ${unchanged.toFixed(0)} ms with nothing to change`,
      ...(steps === 100 ? { aim: '≤ 300 ms' } : {}),
    }));
    const empty = processStart();
    const at = (steps: number) => results.find((result) => result.steps === steps)?.fresh ?? Number.NaN;
    const growth = (at(1_000) - at(100)) / (at(100) - at(10));
    return [
      ...lines,
      { what: 'node -e 0', seen: `${empty.toFixed(0)} ms` },
      { what: '(1000 − 100) against (100 − 10) steps', seen: ratio(growth), aim: '10.00×: linear' },
    ];
  },
};

function measureSize(steps: number): { fresh: number; unchanged: number } {
  // A folder for each run, removed when all are over: ext4 is slow to create files where many were removed a moment ago.
  const specs = Array.from({ length: runs }, () => writeLinearService({ steps, schemas: true }));
  try {
    return {
      fresh: median(specs.map(({ specPath }) => spawnTime(['generate', specPath]))),
      unchanged: median(specs.map(({ specPath }) => spawnTime(['generate', specPath]))),
    };
  } finally {
    for (const spec of specs) spec.remove();
  }
}

function spawnTime(args: readonly string[]): number {
  return timeProcess([command, ...args]);
}

function processStart(): number {
  return median(Array.from({ length: runs }, () => timeProcess(['-e', '0'])));
}

function timeProcess(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
