import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { apply } from './apply/apply.js';
import { type Folders, inspectDisk } from './apply/inspect-disk.js';
import { readTemplate } from './apply/read-template.js';
import type { Artifact } from './artifact.js';
import { type CheckResult, checkSource } from './check-source.js';
import { emit } from './emit/emit.js';
import { generatedPath } from './emit/emit-context.js';
import type { Layout } from './emit/layout.js';
import { type Change, plan } from './plan/plan.js';

/** Options of {@link generate}. */
export interface GenerateOptions {
  readonly specPath: string;
  /** The folder of generated files. Default: `generated` beside the spec. */
  readonly outDir?: string;
  /** The folder of bodies. Default: `steps` beside the spec. */
  readonly stepsDir?: string;
  /** Default: the spec's own, else `dev`. */
  readonly stage?: string;
  /** Only say what would change. Default: false. */
  readonly check?: boolean;
  /** Replace owned files that were changed by hand. Default: false. */
  readonly force?: boolean;
  /** Write nothing where there are warnings. Default: false. */
  readonly strict?: boolean;
}

/** What came of a run. */
export interface GenerateResult extends CheckResult {
  /** The text of the spec, for the frames of its diagnostics. */
  readonly source: { readonly path: string; readonly text: string };
  /** True when nothing stands against the files: no error, nothing edited or in the way; with `check`, nothing that differs. */
  readonly ok: boolean;
  /** Every file, kept ones included; empty when the spec has errors. */
  readonly changes: readonly Change[];
  /** Owned files that were changed by hand. Unless forced, nothing at all was written. */
  readonly edited: readonly Change[];
  /** What stands in the way and is never replaced. Nothing at all was written. */
  readonly blocked: readonly Change[];
  /** Bodies whose step is gone, relative to the spec's folder. They stay. */
  readonly orphans: readonly string[];
  /** Whether the disk now is as the spec says. */
  readonly applied: boolean;
  /** Absolute. */
  readonly outDir: string;
  readonly stepsDir: string;
  readonly specDir: string;
}

/**
 * Compiles a workflow.yaml into its files. Mistakes of the spec are diagnostics; only faults of the disk are thrown.
 * @example
 * const { ok, changes } = await generate({ specPath: 'workflow.yaml' });
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const specPath = resolve(options.specPath);
  const specDir = dirname(specPath);
  const outDir = options.outDir === undefined ? join(specDir, 'generated') : resolve(options.outDir);
  const stepsDir = options.stepsDir === undefined ? join(specDir, 'steps') : resolve(options.stepsDir);
  const source = { path: options.specPath, text: readFileSync(specPath, 'utf8') };
  const checked = checkSource(source, options.stage === undefined ? {} : { stage: options.stage });
  const base = { ...checked, source, outDir, stepsDir, specDir };
  const none = { ok: false, changes: [], edited: [], blocked: [], orphans: [], applied: false };
  const { service, flow } = checked;
  const refused = options.strict === true && checked.diagnostics.length > 0;
  if (service === undefined || flow === undefined || refused) return { ...base, ...none };
  const layout = { generated: posixRelative(specDir, outDir), steps: posixRelative(specDir, stepsDir) };
  const artifacts = await emit(service, flow, { layout, readTemplate });
  const misplaced = bodiesAmongOwned(artifacts, layout);
  if (misplaced.length > 0) return { ...base, ...none, changes: misplaced, blocked: misplaced };
  return { ...base, ...settle(artifacts, { outDir, specDir }, options) };
}

function settle(
  artifacts: readonly Artifact[],
  folders: Folders,
  options: GenerateOptions,
): Pick<GenerateResult, 'ok' | 'changes' | 'edited' | 'blocked' | 'orphans' | 'applied'> {
  const disk = inspectDisk(artifacts, folders);
  const planned = plan(artifacts, disk);
  const edited = planned.changes.filter(({ kind }) => kind === 'edited');
  const blocked = planned.changes.filter(({ kind }) => kind === 'blocked');
  const outcome = { changes: planned.changes, edited, blocked, orphans: planned.orphans };
  if (options.check === true) {
    return { ...outcome, ok: planned.changes.every(({ kind }) => kind === 'keep'), applied: false };
  }
  if (blocked.length > 0 || (edited.length > 0 && options.force !== true)) {
    return { ...outcome, ok: false, applied: false };
  }
  apply(planned, folders, { interrupted: disk.manifest?.pending !== undefined });
  return { ...outcome, ok: true, applied: true };
}

/** Bodies that a `handler` places where an owned file goes. */
function bodiesAmongOwned(artifacts: readonly Artifact[], layout: Layout): readonly Change[] {
  const owned = new Set(
    artifacts.filter(({ root }) => root === 'generated').map(({ path }) => generatedPath(layout, path)),
  );
  return artifacts
    .filter(({ root, path }) => root === 'steps' && owned.has(path))
    .map(({ root, path }) => ({ kind: 'blocked', root, path, reason: 'is the place of a generated file' }));
}

/** The way from one folder to another with `/`. */
function posixRelative(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}
