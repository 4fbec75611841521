import { join, relative, sep } from 'node:path';
import { type Change, type GenerateResult, type JsonDiagnostic, renderJson } from '@sfs3/generator';
import type { Terminal } from './terminal.js';

/** What a run of the generator did or would do, for tools. */
export interface JsonReport {
  readonly diagnostics: readonly JsonDiagnostic[];
  /** Whether the files were written; false as well where there was nothing that could be. */
  readonly applied: boolean;
  readonly changes: readonly JsonChange[];
  /** Bodies whose step is gone. */
  readonly orphans: readonly string[];
}

/** One file that is not as it should be, or was not before the run. */
export interface JsonChange {
  readonly kind: Change['kind'];
  /** Relative to the spec's folder, with `/`. */
  readonly path: string;
  readonly reason?: string;
}

/** The report of a run as an object for `--format json`. */
export function changesAsJson(result: GenerateResult): JsonReport {
  return {
    diagnostics: JSON.parse(renderJson(result, result.source)) as readonly JsonDiagnostic[],
    applied: result.applied,
    changes: result.changes
      .filter(({ kind }) => kind !== 'keep')
      .map((change) => ({
        kind: change.kind,
        path: pathOf(change, result),
        ...(change.reason === undefined ? {} : { reason: change.reason }),
      })),
    orphans: result.orphans,
  };
}

/** Prints a line for each file that was written or, when only checking, would be; then what stands against it. */
export function printChanges(result: GenerateResult, checking: boolean, terminal: Terminal): void {
  const { changes, orphans, ok, applied } = result;
  const done = changes.filter(({ kind }) => kind in verbs && (kind !== 'edited' || applied));
  // Where something stands in the way, nothing at all was written.
  for (const change of applied || checking ? done : []) {
    terminal.out(`${verbs[change.kind]}  ${pathOf(change, result)}`);
  }
  noteObstacles(result, terminal);
  for (const path of orphans) {
    terminal.out(`orphan  ${path}  no step uses it; it is yours to keep or to remove`);
  }
  if (ok && done.length === 0) terminal.out('up to date');
}

/** Names what keeps the generator from writing, and the way out. */
export function noteObstacles(result: GenerateResult, terminal: Terminal): void {
  if (result.applied) return;
  const { red } = terminal.noteColors;
  for (const change of result.edited) {
    terminal.note(
      `${red('error')}  ${pathOf(change, result)} ${change.reason ?? 'was changed by hand'}; sfs3 generate --force replaces it`,
    );
  }
  for (const change of result.blocked) {
    terminal.note(
      `${red('error')}  ${pathOf(change, result)} ${change.reason ?? 'is in the way'}; move it away`,
    );
  }
}

/** Names the bodies that were created just now and wait to be filled in. */
export function noteNewBodies(result: GenerateResult, terminal: Terminal): void {
  const created = result.changes.filter(({ kind, root }) => kind === 'create' && root === 'steps');
  for (const change of result.applied ? created : []) terminal.note(`create  ${pathOf(change, result)}`);
}

/** An edited file that was written had been replaced by force. */
const verbs: Partial<Record<Change['kind'], string>> = {
  create: 'create',
  update: 'update',
  stale: 'remove',
  edited: 'update',
};

function pathOf(change: Change, { outDir, specDir }: GenerateResult): string {
  if (change.root === 'steps') return change.path;
  return relative(specDir, join(outDir, change.path)).split(sep).join('/');
}
