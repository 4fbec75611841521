import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleLibrary, librariesFolder } from '../../scripts/bundle-library.js';
import { compileTemplates, templatesFile } from '../../scripts/compile-templates.js';
import { Workspace } from './spec.js';

let workspace: Workspace;
beforeAll(() => {
  workspace = new Workspace();
});
afterAll(() => workspace.remove());

describe('a bundled library', () => {
  it.each(readdirSync(librariesFolder))('%s offers what its module does, and its licence', async (source) => {
    const text = await bundleLibrary(source);
    const file = workspace.path(source.replace(/\.ts$/, '.mjs'));
    writeFileSync(file, text);
    const bundled: object = await import(pathToFileURL(file).href);
    const plain: object = await import(join(librariesFolder, source));
    expect(Object.keys(bundled)).toEqual(Object.keys(plain).sort());
    expect(text.slice(0, text.indexOf('*/'))).toMatch(/^(permission|copyright).*/im);
  });
});

describe('the compiled templates', () => {
  it('are made of the templates', async () => {
    await expect(compileTemplates()).toMatchFileSnapshot(fileURLToPath(templatesFile));
  });
});
