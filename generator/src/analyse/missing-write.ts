import type { Step } from '../model/service.js';
import { quote } from '../quote.js';
import type { BranchPlace } from './step-graph.js';
import { hidingMap, pathWithout, type WorkflowGraph, writerOf } from './workflow-graph.js';

/** A step that uses a key, as a message speaks of it. */
export interface KeyUse {
  /** As the message begins: `Step "ship" reads`. */
  readonly subject: string;
  readonly key: string;
  /** Number of the step that uses it. */
  readonly step: number;
  /** What would be right where some path has not written the key. */
  readonly instead: string;
}

/** Why a key is not certain to be there when a step begins, with a path on which it is not; then what would be right. */
export function missingWrite(
  graph: WorkflowGraph,
  { subject, key, step, instead }: KeyUse,
): string | undefined {
  const writer = writerOf(graph, key);
  const writing = writer === undefined ? undefined : graph.steps[writer];
  const before = graph.keys.get(step);
  if (writer === undefined || writing === undefined || before === undefined) return undefined;
  // A writer that is never reached is a mistake of its own.
  if (!graph.reached.has(writer)) return undefined;
  const path = shownPath(pathWithout(graph, step, { writer }) ?? []);
  const used = `${subject} ${quote(key)}`;
  // On a loop the key may be there from an earlier round: which of the two is read would be chance.
  const fork = forkOf(graph, writer, step);
  if (fork !== undefined) {
    return `${used}, which step ${quote(writing.name)} writes at the same time in another branch (path: ${path}). It should come after step ${quote(fork.name)}.`;
  }
  const map = hidingMap(graph, writer, step);
  if (map !== undefined) {
    const collected = map.output === undefined ? '' : ` What the map collects is ${quote(map.output.key)}.`;
    return `${used}, which step ${quote(writing.name)} writes once for each ${map.as} of map ${quote(map.name)}, and which only steps inside see.${collected}`;
  }
  if (before.possible.has(key))
    return `${used}, which is not written on every path (path without it: ${path}). ${instead}`;
  if (writer === step) {
    return `${subject} its own output ${quote(key)}, which is not written yet (path: ${path}). It should read what earlier steps write.`;
  }
  return `${used} before step ${quote(writing.name)} writes it (path: ${path}). It should come after that step.`;
}

/** Why a caught error is not certain to be there when a step begins. */
export function missingError(
  graph: WorkflowGraph,
  { subject, step, instead }: Omit<KeyUse, 'key'>,
): string | undefined {
  const caught = graph.errors.get(step);
  if (!graph.reached.has(step) || caught?.certain) return undefined;
  const path = shownPath(pathWithout(graph, step, 'error') ?? []);
  if (caught === undefined || caught.from.size === 0) {
    return `${subject} "error", but no catch leads to it (path: ${path}). A step before it should have a "catch" that leads here.`;
  }
  return `${subject} "error", which is not caught on every path (path without a catch: ${path}). ${instead}`;
}

/** A path as a message shows it, with its middle left out where it is long. */
export function shownPath(path: readonly string[]): string {
  const shown = path.length <= 8 ? path : [...path.slice(0, 3), '…', ...path.slice(-3)];
  return shown.join(' → ');
}

/** Whether a step and the writer of a key are in different branches of one parallel step, and so run at the same time. */
export function isWrittenBeside(graph: WorkflowGraph, key: string, step: number): boolean {
  if (!graph.branchOf.has(step)) return false;
  const writer = writerOf(graph, key);
  return writer !== undefined && forkOf(graph, writer, step) !== undefined;
}

/** The parallel step that two steps are in different branches of. */
function forkOf(graph: WorkflowGraph, left: number, right: number): Step | undefined {
  const others = new Map(placesOf(graph, right).map(({ step, branch }) => [step, branch]));
  const fork = placesOf(graph, left).find(({ step, branch }) => (others.get(step) ?? branch) !== branch);
  return fork && graph.steps[fork.step];
}

function placesOf({ branchOf }: WorkflowGraph, number: number): BranchPlace[] {
  const places: BranchPlace[] = [];
  for (let place = branchOf.get(number); place !== undefined; place = branchOf.get(place.step))
    places.push(place);
  return places;
}
