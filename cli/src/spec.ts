import { readFile } from 'node:fs/promises';
import { type CheckResult, checkSource } from '@sfs3/generator';
import { UsageError } from './exit.js';

/** A spec as it was read, and what was found in it. */
export interface ReadSpec {
  readonly source: { readonly path: string; readonly text: string };
  readonly report: CheckResult;
}

/** Reads and checks a spec; throws `UsageError` when the file cannot be read. */
export async function readSpec(path: string, stage?: string): Promise<ReadSpec> {
  const source = { path, text: await readSpecText(path) };
  return { source, report: checkSource(source, stage === undefined ? {} : { stage }) };
}

/** Reads a spec's text; throws `UsageError` when the file cannot be read. */
export async function readSpecText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `The spec "${path}" cannot be read. Name the spec, or run sfs3 in the folder of a workflow.yaml.`,
      { cause },
    );
  }
}
