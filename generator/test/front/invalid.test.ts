import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { diagnosticCodes } from '../../src/codes.js';
import { renderText } from '../../src/report/render.js';

const folder = join(import.meta.dirname, '..', 'invalid');
/** Each case is a folder named for its code, or for its code, a dot and a variant. */
const cases = readdirSync(folder).sort();

function codeOf(name: string): string {
  return name.split('.')[0] ?? '';
}

describe('an invalid spec', () => {
  it('has a case for every code, and a code for every case', () => {
    expect(new Set(cases.map(codeOf))).toEqual(new Set(diagnosticCodes));
  });

  it('has its report written down', () => {
    expect(cases.filter((name) => !existsSync(join(folder, name, 'expected.txt')))).toEqual([]);
  });

  it.each(cases)('%s: one mistake gives one diagnostic', async (name) => {
    const source = { path: 'workflow.yaml', text: readFileSync(join(folder, name, 'workflow.yaml'), 'utf8') };
    const report = checkSource(source);
    expect(report.diagnostics.map(({ code }) => code)).toEqual([codeOf(name)]);
    const hasError = report.diagnostics.some(({ severity }) => severity === 'error');
    expect({ service: report.service === undefined, flow: report.flow === undefined }).toEqual({
      service: hasError,
      flow: hasError,
    });
    await expect(renderText(report, source)).toMatchFileSnapshot(join(folder, name, 'expected.txt'));
  });
});
