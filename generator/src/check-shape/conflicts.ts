import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';
import { listOf, quote } from '../quote.js';

/** Two keys that cannot stand side by side. */
export interface Conflict {
  readonly diagnostic: Diagnostic;
  /** What needs no further diagnostic. */
  readonly covers: readonly Pointer[];
}

const kinds = ['downstream', 'choice', 'parallel', 'map', 'wait', 'callback', 'succeed', 'fail', 'asl'];

/** Finds keys that exclude each other, and choices that were not made. */
export function findConflicts(spec: unknown): Conflict[] {
  return entriesOf(spec, ['workflows']).flatMap(([workflow]) =>
    entriesOf(spec, ['workflows', workflow, 'steps']).flatMap(([name, step]) => {
      const at = ['workflows', workflow, 'steps', name];
      return [...twoKinds(step, at), ...unclearTarget(step, at), ...typedStart(step, at)];
    }),
  );
}

function twoKinds(step: unknown, at: Pointer): Conflict[] {
  const present = Object.keys(mapOf(step)).filter((key) => kinds.includes(key));
  const second = present[1];
  if (second === undefined) return [];
  const message = `Step ${quote(at.at(-1))} has the kinds ${listOf(present, 'and')}. A step has one kind at most.`;
  const covers = present.map((key) => [...at, key]);
  return [{ diagnostic: errorAt('conflicting-keys', [...at, second], message, 'key'), covers }];
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
  return [
    {
      diagnostic: errorAt('conflicting-keys', [...place, wrong], message, 'key'),
      covers: [[...place, wrong]],
    },
  ];
}

const knownOfTarget = ['service', 'bucket', 'wait', 'input'];

function typedStart(step: unknown, at: Pointer): Conflict[] {
  const { downstream, output } = mapOf(step);
  if (downstream === undefined || mapOf(output).schema === undefined) return [];
  const place = [...at, 'output', 'schema'];
  const message =
    '"schema" cannot be chosen for the output of a downstream step, which is always "downstreamExecutionArn" and "processData".';
  return [{ diagnostic: errorAt('conflicting-keys', place, message, 'key'), covers: [place] }];
}

function entriesOf(spec: unknown, at: Pointer): [string, unknown][] {
  let value: unknown = spec;
  for (const segment of at) value = mapOf(value)[segment];
  return Object.entries(mapOf(value));
}

function mapOf(value: unknown): Readonly<Record<string | number, unknown>> {
  const map = typeof value === 'object' && value !== null && !Array.isArray(value);
  return map ? (value as Readonly<Record<string, unknown>>) : {};
}
