import { copyFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { generate } from '../../src/generate.js';
import { compile } from './compile.js';
import type { Workspace } from './spec.js';

const golden = fileURLToPath(new URL('../../../test/golden', import.meta.url));

/** What the compiler says of a module beside what is generated from a golden case. */
export async function compileGolden(workspace: Workspace, goldenCase: string, text: string): Promise<string> {
  copyFileSync(`${golden}/${goldenCase}/workflow.yaml`, workspace.specPath);
  expect((await generate({ specPath: workspace.specPath })).ok).toBe(true);
  writeFileSync(workspace.path('use.ts'), text);
  return compile(workspace);
}
