import { afterEach, describe, expect, it } from 'vitest';
import { sfs3 } from './sfs3.js';
import { greetingFiles, makeFolder, type SpecFolder } from './spec-folder.js';

const spec = greetingFiles['workflow.yaml'];
const wrong = spec.replace('greet: {}', 'greet: { next: othr }\n      other: {}');
const doubtful = `${spec}schemas:\n  Unused: { type: string }\n`;
let folder: SpecFolder | undefined;

afterEach(async () => {
  await folder?.remove();
  folder = undefined;
});

async function check(text: string, ...args: string[]) {
  folder = await makeFolder({ 'workflow.yaml': text });
  return sfs3(['check', ...args], { cwd: folder.path });
}

describe('sfs3 check', () => {
  it('says nothing where nothing is wrong', async () => {
    expect(await check(spec)).toEqual({ code: 0, out: '', err: '' });
  });

  it('shows a mistake with its place, plain where nobody looks at a terminal', async () => {
    const { code, out } = await check(wrong);
    expect(code).toBe(1);
    expect(out).toContain('workflow.yaml:15:22  error  unknown-target');
    expect(out).toContain('^^^^');
    expect(out).not.toContain('\u001b');
  });

  it('uses colours where they are wanted, unless NO_COLOR is set', async () => {
    folder = await makeFolder({ 'workflow.yaml': wrong });
    const cwd = folder.path;
    expect((await sfs3(['check'], { cwd, env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[31m');
    const both = await sfs3(['check'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(both.out).not.toContain('\u001b');
  });

  it('prints JSON for tools', async () => {
    const { code, out } = await check(wrong, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        file: 'workflow.yaml',
        line: 15,
        column: 22,
        code: 'unknown-target',
        severity: 'error',
      }),
    ]);
    await folder?.remove();
    expect(await check(spec, '--format', 'json')).toMatchObject({ code: 0, out: '[]\n' });
  });

  it('lets warnings pass unless it is strict', async () => {
    const lax = await check(doubtful);
    expect(lax).toMatchObject({ code: 0, out: expect.stringContaining('warning') });
    expect(await sfs3(['check', '--strict'], { cwd: folder?.path ?? '' })).toMatchObject({
      code: 1,
      out: lax.out,
    });
  });

  it('checks for the stage that is named', async () => {
    const { code, out } = await check(spec, '--stage', 'no good');
    expect(code).toBe(1);
    expect(out).toContain('no good');
  });
});
