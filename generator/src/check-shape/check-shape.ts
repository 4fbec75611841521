import { checkWorkflow } from '../../schema/validators.js';
import type { Diagnostic } from '../diagnostic.js';
import type { RawSpec } from '../resolve/raw.js';
import { findConflicts } from './conflicts.js';
import { diagnosticOf } from './diagnostic-of.js';
import { type Doubts, doubtsOf } from './doubts.js';
import type { ShapeDiagnostic } from './shape-diagnostic.js';
import { withoutFaults } from './without-faults.js';

/** The spec without what is wrong in it, so that the later stages find the mistakes in the rest. */
export interface CheckedShape {
  readonly raw: RawSpec;
  readonly doubts: Doubts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares the spec with the JSON Schema of workflow.yaml. */
export function checkShape(value: unknown): CheckedShape {
  const conflicts = findConflicts(value);
  const covers = conflicts.flatMap(({ covers: places }) => places);
  const covered = new Set(covers.map((at) => JSON.stringify(at)));
  const found: ShapeDiagnostic[] = conflicts.map(({ diagnostic }) => diagnostic);
  if (!checkWorkflow(value)) {
    for (const violation of checkWorkflow.errors ?? []) {
      const diagnostic = diagnosticOf(violation, value);
      if (diagnostic !== undefined && !covered.has(JSON.stringify(diagnostic.at))) found.push(diagnostic);
    }
  }
  const diagnostics = withoutFollowUps(found);
  // What a conflict covers has not been looked at, so it may be wrong by itself.
  const faults = [...diagnostics, ...covers.map((at) => ({ at, code: 'conflicting-keys' }))];
  return { raw: withoutFaults(value, faults) as RawSpec, doubts: doubtsOf(diagnostics), diagnostics };
}

/** A key that is missing because it is misspelt is one mistake, and so is a map that has too many keys. */
function withoutFollowUps(found: readonly ShapeDiagnostic[]): ShapeDiagnostic[] {
  const meant = new Set(
    found.flatMap(({ at, meant }) =>
      meant === undefined ? [] : [JSON.stringify([...at.slice(0, -1), meant])],
    ),
  );
  const wholes = found.filter(({ whole }) => whole).map(({ at }) => `${JSON.stringify(at).slice(0, -1)},`);
  return found
    .filter(({ missing }) => missing === undefined || !meant.has(JSON.stringify(missing)))
    .filter(({ at }) => !wholes.some((whole) => JSON.stringify(at).startsWith(whole)));
}
