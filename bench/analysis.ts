import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkSource } from '@sfs3/generator';
import { analyse } from '../generator/src/analyse/analyse.js';
import { branchingSpec } from './branching-service.js';
import { type Benchmark, type Measurement, ratio } from './report.js';
import { median, time } from './statistics.js';

const command = resolve(import.meta.dirname, '../cli/bin/sfs3.js');
const sizes = [100, 1_000, 2_000] as const;
const warmRuns = 9;
const coldRuns = 3;

interface Times {
  readonly analysis: number;
  readonly check: number;
  readonly cold: number;
}

/** How long the compiler takes to find out what each step may read, and to check a whole spec. */
export const analysis: Benchmark = {
  title: `Checks of one workflow with choices, branches and loops (medians of ${warmRuns} warm, ${coldRuns} cold runs)`,
  async measure() {
    const results = new Map<number, Times>();
    for (const steps of sizes) results.set(steps, await measureSize(branchingSpec(steps)));
    const lines = [...results].map(
      ([steps, { analysis, check, cold }]): Measurement => ({
        what: `${steps} steps`,
        seen: `analysis ${analysis.toFixed(1)} ms, whole check ${check.toFixed(0)} ms, sfs3 check as a cold process ${cold.toFixed(0)} ms`,
        ...(steps === 2_000 ? { aim: 'well under 1 s' } : {}),
      }),
    );
    const grown = (part: keyof Times): string =>
      ratio((results.get(2_000)?.[part] ?? Number.NaN) / (results.get(1_000)?.[part] ?? Number.NaN));
    return [
      ...lines,
      {
        what: '2000 against 1000 steps',
        seen: `analysis ${grown('analysis')}, whole check ${grown('check')}, cold ${grown('cold')}`,
        aim: '2.00×: linear',
      },
    ];
  },
};

async function measureSize(text: string): Promise<Times> {
  const check = () => checkSource({ path: 'workflow.yaml', text });
  const { service, diagnostics } = check();
  if (service === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics[0]));
  return {
    analysis: await warm(() => analyse(service)),
    check: await warm(check),
    cold: cold(text),
  };
}

async function warm(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < warmRuns + 2; run += 1) times.push(await time(async () => work()));
  return median(times.slice(2));
}

function cold(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-bench-'));
  try {
    const specPath = join(folder, 'workflow.yaml');
    writeFileSync(specPath, text);
    return median(Array.from({ length: coldRuns }, () => checkInProcess(specPath)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkInProcess(specPath: string): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [command, 'check', specPath], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`sfs3 check ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
