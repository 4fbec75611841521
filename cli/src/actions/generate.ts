import { resolve } from 'node:path';
import { type GenerateResult, generate } from '@sfs3/generator';
import { changesAsJson, printChanges } from '../changes.js';
import { type ExitCode, exitCodes, reportFailure } from '../exit.js';
import { printDiagnostics } from '../print-diagnostics.js';
import { readSpecText } from '../spec.js';
import { listenForStop, untilStopped } from '../stop-signal.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 generate` was asked. */
export interface GenerateCommandOptions {
  readonly out?: string;
  readonly steps?: string;
  readonly stage?: string;
  readonly check?: true;
  readonly watch?: true;
  readonly strict?: true;
  readonly force?: true;
  readonly format: 'text' | 'json';
}

/** Writes what a spec describes, once or whenever it changes. */
export async function generateFiles(
  specPath: string,
  options: GenerateCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const code = await generateOnce(specPath, options, terminal);
  if (!options.watch) return code;
  const again = async (): Promise<void> => {
    await generateOnce(specPath, options, terminal).catch((error) => reportFailure(error, terminal));
  };
  // Here and not above: a single run watches nothing.
  const { watchFiles } = await import('../watch.js');
  const stop = listenForStop();
  const watcher = await watchFiles({ files: [resolve(specPath)], folders: [] }, again);
  terminal.note(`watching ${specPath}`);
  await untilStopped(stop);
  await watcher.close();
  return exitCodes.ok;
}

async function generateOnce(
  specPath: string,
  options: GenerateCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  // Only for the error: a spec that is not there is a mistake in the call.
  await readSpecText(specPath);
  const { out, steps, stage, check, strict, force } = options;
  const result = await generate({
    specPath,
    ...(out === undefined ? {} : { outDir: out }),
    ...(steps === undefined ? {} : { stepsDir: steps }),
    ...(stage === undefined ? {} : { stage }),
    ...(check === undefined ? {} : { check }),
    ...(strict === undefined ? {} : { strict }),
    ...(force === undefined ? {} : { force }),
  });
  if (options.format === 'json') terminal.out(JSON.stringify(changesAsJson(result), null, 2));
  else printResult(result, check === true, terminal);
  return result.ok ? exitCodes.ok : exitCodes.failed;
}

function printResult(result: GenerateResult, checking: boolean, terminal: Terminal): void {
  printDiagnostics({ report: result, source: result.source }, terminal);
  printChanges(result, checking, terminal);
}
