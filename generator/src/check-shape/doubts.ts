import { stepPointer } from '../model/step-pointer.js';
import type { ShapeDiagnostic } from './shape-diagnostic.js';

/** What is not known for sure after the shape check, so that a rule that needs it keeps silent: one mistake, one diagnostic. */
export interface Doubts {
  /** Whether anything at all was wrong. */
  readonly any: boolean;
  /** Workflows whose data flow may differ from what is left of them. */
  readonly workflows: ReadonlySet<string>;
  /** Shared schemas that are not what was meant. */
  readonly schemas: ReadonlySet<string>;
}

const flowKeys: ReadonlySet<unknown> = new Set([
  'next',
  'reads',
  'output',
  'downstream',
  'choice',
  'otherwise',
  'parallel',
  'map',
  'wait',
  'callback',
  'succeed',
  'fail',
  'asl',
  'catch',
  'compensate',
]);

/** What the diagnostics of the shape check put in doubt. */
export function doubtsOf(diagnostics: readonly ShapeDiagnostic[]): Doubts {
  const workflows = new Set<string>();
  const schemas = new Set<string>();
  for (const diagnostic of diagnostics) {
    const [top, name] = diagnostic.at;
    if (top === 'workflows' && name !== undefined && changesFlow(diagnostic)) workflows.add(String(name));
    if (top === 'schemas' && name !== undefined) schemas.add(String(name));
  }
  return { any: diagnostics.length > 0, workflows, schemas };
}

function changesFlow({ at, meant, code }: ShapeDiagnostic): boolean {
  if (code === 'unsafe-name') return false;
  const [, , section] = at;
  if (section === undefined || section === 'input') return true;
  if (section === 'onError' || meant === 'onError' || meant === 'compensations') return true;
  if (section !== 'steps' && section !== 'compensations') return meant === 'steps' || meant === 'input';
  const [key, inner] = at.slice(stepPointer(at)?.length ?? at.length);
  if (key === undefined) return true;
  if (key === 'output' && inner !== undefined && inner !== 'key') return meant === 'key';
  return flowKeys.has(meant ?? key);
}
