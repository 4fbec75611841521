import { renderJson } from '@sfs3/generator';
import { type ExitCode, exitCodes } from '../exit.js';
import { printDiagnostics } from '../print-diagnostics.js';
import { readSpec } from '../spec.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 check` was asked. */
export interface CheckCommandOptions {
  readonly stage?: string;
  readonly strict?: true;
  readonly format: 'text' | 'json';
}

/** Prints every mistake of a spec. */
export async function check(
  path: string,
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const spec = await readSpec(path, options.stage);
  if (options.format === 'json') terminal.out(renderJson(spec.report, spec.source).trimEnd());
  else printDiagnostics(spec, terminal);
  const grave = spec.report.diagnostics.filter(({ severity }) => options.strict || severity === 'error');
  return grave.length === 0 ? exitCodes.ok : exitCodes.failed;
}
