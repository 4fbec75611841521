import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCase, goldenCases, goldenDir } from './cases.js';

// Makes every golden case anew; what changed is for a person to read in the diff.
for (const name of goldenCases) {
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-golden-'));
  const expected = join(goldenDir, name, 'expected');
  try {
    const { ok, diagnostics } = await generateCase(name, folder);
    if (!ok) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('\n')}`);
    rmSync(join(folder, 'workflow.yaml'));
    rmSync(expected, { recursive: true, force: true });
    cpSync(folder, expected, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
