import { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GenerateOptions, type GenerateResult, generate } from '../../src/generate.js';
import { specOf, Workspace } from './spec.js';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => workspace.remove());

const run = (options: Partial<GenerateOptions> = {}): Promise<GenerateResult> =>
  generate({ specPath: workspace.specPath, ...options });
const kindsOf = (result: GenerateResult, kind: string): readonly string[] =>
  result.changes.filter((change) => change.kind === kind).map(({ path }) => path);

describe('a run', () => {
  it('writes nothing for a spec with a mistake, and throws nothing', async () => {
    workspace.write('service: test\n');
    const result = await run();
    expect(result).toMatchObject({ ok: false, applied: false, changes: [] });
    expect(result.diagnostics.length).toBeGreaterThan(0);
    expect([...workspace.files().keys()]).toEqual(['workflow.yaml']);
  });

  it('writes nothing for a warning when it is strict', async () => {
    workspace.write(`${specOf(['a'])}schemas: { Unused: { type: string } }\n`);
    expect(await run({ strict: true })).toMatchObject({ ok: false, applied: false });
    expect(workspace.folders()).toEqual([]);
    expect(await run()).toMatchObject({ ok: true, applied: true });
  });

  it('only says what differs when it checks', async () => {
    workspace.write(specOf(['a']));
    const before = await run({ check: true });
    expect(before).toMatchObject({ ok: false, applied: false });
    expect(kindsOf(before, 'create')).toContain('Flow/handlers/a.ts');
    expect(workspace.folders()).toEqual([]);
    await run();
    expect(await run({ check: true })).toMatchObject({ ok: true, applied: false });
    workspace.write(specOf(['a', 'b']));
    const after = await run({ check: true });
    expect(after.ok).toBe(false);
    expect(kindsOf(after, 'create')).toContain('steps/Flow/b.ts');
    expect(existsSync(workspace.path('steps/Flow/b.ts'))).toBe(false);
  });

  it('writes where it is told, with imports that fit', async () => {
    workspace.write(specOf(['a']));
    const outDir = workspace.path('deploy/made');
    const stepsDir = workspace.path('src/bodies');
    expect(await run({ outDir, stepsDir })).toMatchObject({ ok: true });
    expect(workspace.read('deploy/made/Flow/handlers/a.ts')).toContain(
      "from '../../../../src/bodies/Flow/a.js'",
    );
    expect(workspace.read('src/bodies/Flow/a.ts')).toContain("from '../../../deploy/made/Flow/contract.js'");
  });

  it('compiles for another stage by names alone', async () => {
    workspace.write(specOf(['a']));
    await run({ stage: 'prod' });
    expect(workspace.read('generated/serverless.yml')).toContain('stage: prod');
  });
});

describe('a body', () => {
  it('lies where `handler` says, but never in the place of a generated file', async () => {
    workspace.write(specOf(['a']).replace('a: {}', 'a: { handler: src/deep/work.ts }'));
    expect((await run()).ok).toBe(true);
    expect(workspace.read('src/deep/work.ts')).toContain("from '../../generated/Flow/contract.js'");
    expect(workspace.read('generated/Flow/handlers/a.ts')).toContain("from '../../../src/deep/work.js'");
    workspace.write(specOf(['a']).replace('a: {}', 'a: { handler: generated/Flow/contract.ts }'));
    const result = await run({ force: true });
    expect(result).toMatchObject({ ok: false, applied: false });
    expect(result.blocked.map(({ path }) => path)).toEqual(['generated/Flow/contract.ts']);
  });
});

describe('a step that leaves', () => {
  it('takes its owned files and the folders they leave empty, and keeps its body', async () => {
    workspace.write(`${specOf(['a', 'b'])}  Other:\n    steps:\n      c: {}\n`);
    await run();
    writeFileSync(workspace.path('steps/Other/c.ts'), '// mine');
    workspace.write(specOf(['a']));
    const result = await run();
    expect(result.orphans).toEqual(['steps/Flow/b.ts', 'steps/Other/c.ts']);
    expect(workspace.read('steps/Other/c.ts')).toBe('// mine');
    expect(workspace.folders().filter((folder) => folder.startsWith('generated/Other'))).toEqual([]);
    expect([...workspace.files('generated').keys()].filter((path) => path.endsWith('/b.ts'))).toEqual([]);
    expect((await run()).orphans).toEqual(['steps/Flow/b.ts', 'steps/Other/c.ts']);
  });

  it('finds its body again when it comes back', async () => {
    workspace.write(specOf(['a', 'b']));
    await run();
    writeFileSync(workspace.path('steps/Flow/b.ts'), '// mine');
    workspace.write(specOf(['a']));
    await run();
    workspace.write(specOf(['a', 'b']));
    expect((await run()).orphans).toEqual([]);
    expect(workspace.read('steps/Flow/b.ts')).toBe('// mine');
  });

  it('leaves the report once its body is removed', async () => {
    workspace.write(specOf(['a', 'b']));
    await run();
    workspace.write(specOf(['a']));
    await run();
    rmSync(workspace.path('steps/Flow/b.ts'));
    expect((await run()).orphans).toEqual([]);
    expect((await run({ check: true })).ok).toBe(true);
  });
});

describe('an owned file that was changed by hand', () => {
  beforeEach(async () => {
    workspace.write(specOf(['a', 'b']));
    await run();
    appendFileSync(workspace.path('generated/Flow/handlers/b.ts'), '// mine\n');
  });

  it('is named, and nothing at all is written', async () => {
    workspace.write(specOf(['a', 'b', 'c']));
    const before = workspace.files();
    const result = await run();
    expect(result).toMatchObject({ ok: false, applied: false });
    expect(result.edited.map(({ path, reason }) => [path, reason])).toEqual([
      ['Flow/handlers/b.ts', 'was changed by hand'],
    ]);
    expect(workspace.files()).toEqual(before);
  });

  it('is replaced when forced', async () => {
    const result = await run({ force: true });
    expect(result).toMatchObject({ ok: true, applied: true });
    expect(workspace.read('generated/Flow/handlers/b.ts')).not.toContain('mine');
    expect((await run({ check: true })).ok).toBe(true);
  });

  it('is named before it is removed with its step', async () => {
    workspace.write(specOf(['a']));
    expect((await run()).edited.map(({ path }) => path)).toEqual(['Flow/handlers/b.ts']);
    expect(existsSync(workspace.path('generated/Flow/handlers/b.ts'))).toBe(true);
    await run({ force: true });
    expect(existsSync(workspace.path('generated/Flow/handlers/b.ts'))).toBe(false);
  });

  it('is made anew when it was removed', async () => {
    rmSync(workspace.path('generated/Flow/handlers/b.ts'));
    expect((await run()).ok).toBe(true);
    expect(existsSync(workspace.path('generated/Flow/handlers/b.ts'))).toBe(true);
  });
});

describe("what is not the generator's", () => {
  it('stays in the folder, and is named where it is in the way', async () => {
    workspace.write(specOf(['a']));
    mkdirSync(workspace.path('generated/Flow/handlers'), { recursive: true });
    writeFileSync(workspace.path('generated/notes.txt'), 'notes');
    writeFileSync(workspace.path('generated/Flow/handlers/a.ts'), '// not of the generator');
    const result = await run();
    expect(result.edited.map(({ path, reason }) => [path, reason])).toEqual([
      ['Flow/handlers/a.ts', 'is not of the generator'],
    ]);
    rmSync(workspace.path('generated/Flow/handlers/a.ts'));
    expect((await run()).ok).toBe(true);
    expect(workspace.read('generated/notes.txt')).toBe('notes');
  });

  it('is never written through: links and folders in the way', async () => {
    workspace.write(specOf(['a']));
    mkdirSync(workspace.path('outside'));
    mkdirSync(workspace.path('generated/Flow/handlers/a.ts'), { recursive: true });
    symlinkSync(workspace.path('outside'), workspace.path('generated/Flow/definitions'));
    symlinkSync(workspace.path('outside'), workspace.path('steps'));
    const result = await run({ force: true });
    expect(result).toMatchObject({ ok: false, applied: false });
    expect(result.blocked.map(({ path, reason }) => [path, reason])).toEqual([
      ['Flow/definitions/a.ts', 'lies behind the symbolic link "Flow/definitions"'],
      ['Flow/handlers/a.ts', 'is a folder'],
      ['steps/Flow/a.ts', 'lies behind the symbolic link "steps"'],
    ]);
    expect([...workspace.files('outside').keys()]).toEqual([]);
  });

  it('is not reached by a manifest that names paths outside', async () => {
    workspace.write(specOf(['a']));
    await run();
    const manifest = JSON.parse(workspace.read('generated/manifest.json'));
    const { createHash } = await import('node:crypto');
    writeFileSync(workspace.path('precious.txt'), 'precious');
    const hash = createHash('sha256').update('precious').digest('hex');
    manifest.files['../precious.txt'] = hash;
    manifest.files[workspace.path('precious.txt')] = hash;
    writeFileSync(workspace.path('generated/manifest.json'), JSON.stringify(manifest));
    expect((await run({ force: true })).ok).toBe(true);
    expect(workspace.read('precious.txt')).toBe('precious');
  });

  it('is told apart without a manifest by its bytes alone', async () => {
    workspace.write(specOf(['a']));
    await run();
    const before = workspace.files();
    writeFileSync(workspace.path('generated/manifest.json'), 'no JSON');
    expect((await run()).ok).toBe(true);
    expect(workspace.files()).toEqual(before);
  });
});
