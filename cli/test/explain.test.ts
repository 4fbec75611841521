import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sfs3 } from './sfs3.js';
import { greetingFiles, makeFolder, type SpecFolder } from './spec-folder.js';

let folder: SpecFolder;

beforeAll(async () => {
  const spec = greetingFiles['workflow.yaml'].replace('greet: {}', 'greet: {}\n      thank: {}');
  folder = await makeFolder({ 'workflow.yaml': `${spec}  Third:\n    steps:\n      other: {}\n` });
});
afterAll(() => folder?.remove());

const explain = (...args: string[]) => sfs3(['explain', ...args], { cwd: folder.path });

describe('sfs3 explain', () => {
  it('tells what a step may read', async () => {
    const { code, out, err } = await explain('thank');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Step thank of Greeting\nreached by: greet → thank\n');
    expect(out).toContain('greet-output  read: greet writes it on every path');
  });

  it('prints JSON for tools', async () => {
    const { out } = await explain('thank', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ workflow: 'Greeting', step: 'thank', path: ['greet', 'thank'] });
  });

  it('wants to know which workflow is meant where several have such a step', async () => {
    expect(await explain('other')).toMatchObject({ code: 2, err: expect.stringContaining('Other, Third') });
    expect(await explain('other', '--workflow', 'Third')).toMatchObject({ code: 0 });
    expect(await explain('nobody')).toMatchObject({ code: 2, err: expect.stringContaining('"nobody"') });
  });
});
