import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply } from '../../src/apply/apply.js';
import { type Folders, inspectDisk } from '../../src/apply/inspect-disk.js';
import { readTemplate } from '../../src/apply/read-template.js';
import type { Artifact } from '../../src/artifact.js';
import { checkSource } from '../../src/check-source.js';
import { emit } from '../../src/emit/emit.js';
import { generate } from '../../src/generate.js';
import { plan } from '../../src/plan/plan.js';
import { specOf, Workspace } from './spec.js';

const here = dirname(fileURLToPath(import.meta.url));
/** How many children run at a time. */
const lanes = 3;

let workspace: Workspace;
beforeAll(() => {
  workspace = new Workspace();
});
afterAll(() => workspace.remove());

it('leaves a folder that the next run mends, wherever the run is killed', async () => {
  // What is before: two workflows. What is wanted: one step gone, one new, one workflow gone, another bucket.
  const before = `${specOf(['a', 'b'])}  Gone:\n    steps:\n      c: {}\n`;
  workspace.write(before);
  await generate({ specPath: workspace.specPath });
  const mine = new Map([...workspace.files('steps')].map(([path]) => [path, `// mine: ${path}\n`]));
  for (const [path, text] of mine) writeFileSync(workspace.path(path), text);
  const start = workspace.path('start');
  for (const folder of ['generated', 'steps'])
    cpSync(workspace.path(folder), join(start, folder), { recursive: true });
  const wanted = await emitted(specOf(['b', 'd'], 'other-data'));

  const whole = prepare(start, 'whole', wanted);
  const calls = (await runChild(whole.request, 'never:0')).output.split(' ');
  expect(calls.length).toBeGreaterThan(40);
  const result = whole.files();
  // To be killed before a change is to be killed after the one before it.
  const cuts = calls.flatMap((name, index) => [
    `after:${index + 1}`,
    ...(name === 'writeFileSync' ? [`within:${index + 1}`] : []),
  ]);
  const failures: string[] = [];
  const lane = async (own: readonly string[]): Promise<void> => {
    for (const cut of own) {
      const trial = prepare(start, cut.replace(':', '-'), wanted);
      const killed = await runChild(trial.request, cut);
      if (killed.signal !== 'SIGKILL') failures.push(`${cut}: was not killed`);
      if (!mend(wanted, trial.folders)) failures.push(`${cut}: the next run refused`);
      const after = trial.files();
      for (const [path, text] of mine)
        if (after.get(path) !== text) failures.push(`${cut}: ${path} was touched`);
      const differing = difference(after, result);
      if (differing !== '') failures.push(`${cut}: ${differing}`);
      trial.remove();
    }
  };
  await Promise.all(
    Array.from({ length: lanes }, (_unused, index) => lane(cuts.filter((_cut, at) => at % lanes === index))),
  );
  expect(failures).toEqual([]);
}, 120_000);

/** The next run, without force. */
function mend(artifacts: readonly Artifact[], folders: Folders): boolean {
  const disk = inspectDisk(artifacts, folders);
  const planned = plan(artifacts, disk);
  if (planned.changes.some(({ kind }) => kind === 'edited' || kind === 'blocked')) return false;
  apply(planned, folders, { interrupted: disk.manifest?.pending !== undefined });
  return true;
}

async function emitted(text: string): Promise<readonly Artifact[]> {
  const { service, flow } = checkSource({ path: 'workflow.yaml', text });
  if (service === undefined || flow === undefined) throw new Error('The spec has mistakes.');
  return emit(service, flow, { readTemplate });
}

interface Trial {
  readonly request: string;
  readonly folders: Folders;
  readonly files: () => ReadonlyMap<string, string>;
  readonly remove: () => void;
}

/** A copy of the start in a folder of its own, and what its child is to do. */
function prepare(start: string, name: string, artifacts: readonly Artifact[]): Trial {
  const specDir = workspace.path(join('trials', name));
  mkdirSync(specDir, { recursive: true });
  cpSync(start, specDir, { recursive: true });
  const folders = { specDir, outDir: join(specDir, 'generated') };
  const request = workspace.path(`${name}.json`);
  writeFileSync(request, JSON.stringify({ artifacts, folders }));
  const prefix = `trials/${name}/`;
  return {
    request,
    folders,
    files: () =>
      new Map(
        [...workspace.files(join('trials', name))].map(([path, text]) => [path.slice(prefix.length), text]),
      ),
    remove: () => rmSync(specDir, { recursive: true, force: true }),
  };
}

function runChild(
  request: string,
  cut: string,
): Promise<{ readonly signal: NodeJS.Signals | null; readonly output: string }> {
  const preload = pathToFileURL(join(here, 'kill-at-write.mjs')).href;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', preload, join(here, 'apply-artifacts.mjs'), request], {
      env: { ...process.env, KILL_AT: cut },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ signal, output }));
  });
}

function difference(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string {
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].filter((path) => left.get(path) !== right.get(path)).join(', ');
}
