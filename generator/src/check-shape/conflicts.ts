import { errorAt, type Pointer } from '../diagnostic.js';
import { listOf, quote } from '../quote.js';
import { compensationConflicts } from './compensation-conflicts.js';
import { type Conflict, keyConflict, mapOf } from './conflict.js';
import { contentConflicts } from './content-conflicts.js';
import { kindConflicts } from './kind-conflicts.js';
import { mapConflicts } from './map-conflicts.js';

/** Finds keys that exclude each other, and choices that were not made. */
export function findConflicts(spec: unknown): Conflict[] {
  return entriesOf(mapOf(spec).workflows).flatMap(([name, workflow]) => [
    ...conflictsInScope(workflow, ['workflows', name]),
    ...entriesOf(mapOf(workflow).compensations).flatMap(([task, compensation]) =>
      compensationConflicts(mapOf(compensation), ['workflows', name, 'compensations', task]),
    ),
  ]);
}

function conflictsInScope(scope: unknown, place: Pointer): Conflict[] {
  return entriesOf(mapOf(scope).steps).flatMap(([name, step]) => {
    const at = [...place, 'steps', name];
    const found = [
      ...kindConflicts(mapOf(step), at),
      ...unclearTarget(step, at),
      ...typedStart(step, at),
      ...mapConflicts(mapOf(step), at),
      ...contentConflicts(mapOf(step), at),
    ];
    const branches = entriesOf(mapOf(step).parallel);
    const { map } = mapOf(step);
    return [
      ...found,
      ...(map === undefined ? [] : conflictsInScope(map, [...at, 'map'])),
      ...branches.flatMap(([branch, inner]) => conflictsInScope(inner, [...at, 'parallel', branch])),
    ];
  });
}

function unclearTarget(step: unknown, at: Pointer): Conflict[] {
  const { downstream } = mapOf(step);
  if (typeof downstream !== 'object' || downstream === null) return [];
  const target = mapOf(downstream);
  const place = [...at, 'downstream'];
  if (target.stateMachine === undefined && target.workflow === undefined) {
    if (Object.keys(target).some((key) => !knownOfTarget.includes(key))) return [];
    const message = `"downstream" of step ${quote(at.at(-1))} names no workflow. It should have "workflow" or "stateMachine".`;
    return [{ diagnostic: errorAt('missing-key', place, message, 'key'), covers: [] }];
  }
  const rival = target.stateMachine === undefined ? ['bucket'] : ['workflow', 'service'];
  const wrong = rival.find((key) => target[key] !== undefined);
  if (wrong === undefined) return [];
  const message =
    wrong === 'bucket'
      ? '"bucket" goes with "stateMachine" only. The bucket of an sfs3 workflow is known.'
      : `"stateMachine" and ${quote(wrong)} stand side by side. One of them should be left out.`;
  return [keyConflict([...place, wrong], message)];
}

const knownOfTarget = ['service', 'bucket', 'wait', 'input'];

function typedStart(step: unknown, at: Pointer): Conflict[] {
  const { downstream, output } = mapOf(step);
  if (downstream === undefined || mapOf(output).schema === undefined) return [];
  const place = [...at, 'output', 'schema'];
  const parts = [
    'downstreamExecutionArn',
    'processData',
    ...(mapOf(downstream).wait === true ? ['document'] : []),
  ];
  const message = `"schema" cannot be chosen for the output of a downstream step, which is always ${listOf(parts, 'and')}.`;
  return [keyConflict(place, message)];
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(mapOf(value));
}
