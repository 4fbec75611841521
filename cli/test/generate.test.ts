import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from './call.js';
import { sfs3, startSfs3 } from './sfs3.js';
import { greetingFiles, makeFolder, type SpecFolder } from './spec-folder.js';

let folder: SpecFolder;
const owned = (...parts: string[]): string => join(folder.path, 'generated', ...parts);
const generate = (...args: string[]) => call(['generate', join(folder.path, 'workflow.yaml'), ...args]);

beforeEach(async () => {
  folder = await makeFolder({ 'workflow.yaml': greetingFiles['workflow.yaml'] });
});
afterEach(() => folder.remove());

/** Every file below the folder with its content. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(folder.path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')]));
  return Object.fromEntries(contents);
}

describe('sfs3 generate', () => {
  it('writes what the spec describes, tells it, and has nothing to do the second time', async () => {
    const first = await sfs3(['generate'], { cwd: folder.path });
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('create  generated/Greeting/state-machine.asl');
    expect(first.out).toContain('create  steps/Greeting/greet.ts');
    const before = await snapshot();
    const { mtimeMs } = await stat(owned('serverless.yml'));

    const second = await generate();
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).not.toContain('create');
    expect(await snapshot()).toEqual(before);
    expect((await stat(owned('serverless.yml'))).mtimeMs).toBe(mtimeMs);
    expect(await generate('--check')).toMatchObject({ code: 0 });
  });

  it('writes into the folders that are named', async () => {
    expect(
      await generate('--out', join(folder.path, 'made'), '--steps', join(folder.path, 'mine')),
    ).toMatchObject({ code: 0 });
    expect(await readdir(folder.path)).toEqual(['made', 'mine', 'workflow.yaml']);
    expect(await readFile(join(folder.path, 'made/Greeting/handlers/greet.ts'), 'utf8')).toContain(
      'mine/Greeting/greet',
    );
  });

  it('--check writes nothing, lists what differs and exits with 1', async () => {
    const { code, out } = await generate('--check');
    expect(code).toBe(1);
    expect(out).toContain('generated/Greeting/state-machine.asl');
    expect(await readdir(folder.path)).toEqual(['workflow.yaml']);
  });

  it('names an owned file that was edited by hand, and replaces it only by force', async () => {
    await generate();
    await writeFile(owned('serverless.yml'), 'edited: true\n');
    const refused = await generate();
    expect(refused.code).toBe(1);
    expect(refused.out + refused.err).toContain('generated/serverless.yml');
    expect(await readFile(owned('serverless.yml'), 'utf8')).toBe('edited: true\n');
    const checked = await generate('--check');
    expect(checked).toMatchObject({ code: 1, err: expect.stringContaining('generated/serverless.yml') });
    expect(await generate('--force')).toMatchObject({ code: 0, out: 'update  generated/serverless.yml\n' });
    expect(await readFile(owned('serverless.yml'), 'utf8')).toContain('service: greetings');
  });

  it('keeps the body of a step that left, and tells of it', async () => {
    await generate();
    await folder.write('workflow.yaml', greetingFiles['workflow.yaml'].replace('greet: {}', 'welcome: {}'));
    const { code, out } = await generate();
    expect(code).toBe(0);
    expect(out).toContain('steps/Greeting/greet.ts');
    expect(await readdir(join(folder.path, 'steps/Greeting'))).toEqual(['greet.ts', 'welcome.ts']);
    expect(await readdir(owned('Greeting/handlers'))).toEqual(['welcome.ts']);
  });

  it('writes nothing where the spec has a mistake', async () => {
    await folder.write(
      'workflow.yaml',
      greetingFiles['workflow.yaml'].replace('greet: {}', 'greet: { next: othr }'),
    );
    const { code, out } = await generate();
    expect(code).toBe(1);
    expect(out).toContain('unknown-target');
    expect(await readdir(folder.path)).toEqual(['workflow.yaml']);
  });

  it('writes nothing where --strict meets a warning', async () => {
    await folder.write(
      'workflow.yaml',
      `${greetingFiles['workflow.yaml']}schemas:\n  Unused: { type: string }\n`,
    );
    expect(await generate('--strict')).toMatchObject({ code: 1, out: expect.stringContaining('warning') });
    expect(await readdir(folder.path)).toEqual(['workflow.yaml']);
    expect(await generate()).toMatchObject({ code: 0, out: expect.stringContaining('warning') });
  });

  it('prints JSON for tools', async () => {
    const { code, out } = await generate('--format', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as { diagnostics: unknown[]; changes: { kind: string; path: string }[] };
    expect(report.diagnostics).toEqual([]);
    expect(report.changes).toContainEqual({ kind: 'create', path: 'generated/serverless.yml' });
  });

  it('--watch follows the spec, its mistakes included, until it is told to end', async () => {
    const watching = startSfs3(['generate', '--watch'], { cwd: folder.path });
    try {
      await watching.printed('err', 'watching');
      await folder.write(
        'workflow.yaml',
        greetingFiles['workflow.yaml'].replace('greet: {}', 'greet: { next: othr }'),
      );
      await watching.printed('out', 'unknown-target');
      await rm(join(folder.path, 'workflow.yaml'));
      await folder.write('workflow.yaml', greetingFiles['workflow.yaml'].replace('greet: {}', 'welcome: {}'));
      await watching.printed('out', 'create  steps/Greeting/welcome.ts');
    } finally {
      expect(await watching.stop()).toBe(0);
    }
  });
});
