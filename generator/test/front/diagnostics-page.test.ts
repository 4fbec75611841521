import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { diagnosticCodes } from '../../src/codes.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/DIAGNOSTICS.md'), 'utf8');

/** The sections of the page: a heading that is a code, then the file that causes it and the file as it should be. */
const sections = page
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    code: section.slice(0, section.indexOf('\n')),
    files: [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? ''),
  }));

function codesOf(text: string): string[] {
  return checkSource({ path: 'workflow.yaml', text }).diagnostics.map(({ code }) => code);
}

describe('docs/DIAGNOSTICS.md', () => {
  it('has one section for each code', () => {
    const codes = sections.map(({ code }) => code);
    expect([...codes].sort()).toEqual([...diagnosticCodes].sort());
  });

  it.each(sections)('$code: the first file causes it, the second one nothing', ({ code, files }) => {
    expect(files.map(codesOf)).toEqual([[code], []]);
  });
});
