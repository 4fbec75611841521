import { inputRead } from '@sfs3/runtime/contract';
import type { MapFlow, WorkflowFlow } from '../model/flow.js';
import type { MapStep } from '../model/service.js';

/** The keys of all documents of a bucket. */
export const documentPattern = '0x*';

/** Where data lies, as patterns of keys. IAM's `*` crosses `/`, so that nothing else may stand below any of them. */
export interface Patterns {
  /** What reading a key takes, `input` included: of a list that a map has collected, its entries too. */
  ofRead(key: string): readonly string[];
  /** What reading the item of a map takes: where it is told which part of the list it is, and the list. */
  ofItem(map: MapStep): readonly string[];
  /** Where one output lies itself. */
  ofOutput(key: string): string;
  /** Where the token of a callback step lies. */
  ofToken(step: string): string;
  /** Where it is told which items of a list are whose in a map. */
  ofItems(map: MapFlow): string;
  /** Those of the maps that go over lists in an output, or in the input. */
  ofListsIn(key: string): readonly string[];
  /** What a map collects, all entries first; then theirs, where they are lists that a map inside has collected. */
  ofEntries(map: MapStep): readonly string[];
}

/** The patterns of a workflow. */
export function patternsOf(workflow: string, flow: WorkflowFlow): Patterns {
  const { writers } = flow;
  const mapsAround = (step: string): readonly MapStep[] => flow.steps.get(step)?.maps ?? [];
  const patterns: Patterns = {
    ofRead: (key) => {
      if (key === inputRead) return [documentPattern];
      const writer = writers.get(key);
      const entries = writer?.kind === 'map' ? patterns.ofEntries(writer) : [];
      return [patterns.ofOutput(key), ...entries];
    },
    ofItem: (step) => {
      const map = flow.maps.get(step.name);
      if (map === undefined) return [];
      const outer = map.around.findLast(({ as }) => as === step.over.key);
      const list = map.source === 'item' && outer ? patterns.ofItem(outer) : patterns.ofRead(step.over.key);
      return [patterns.ofItems(map), ...list];
    },
    ofOutput: (key) => {
      const map = mapsAround(writers.get(key)?.name ?? '').at(-1);
      return map === undefined ? `out/${workflow}/0x*/${key}` : `map/${workflow}/0x*/${map.name}/${key}/*`;
    },
    ofToken: (step) => `callback/${workflow}/0x*/${step}${mapsAround(step).length === 0 ? '' : '/*'}`,
    ofItems: ({ step, listMaps }) => `items/${workflow}/0x*/${step.name}${listMaps.length === 0 ? '' : '/*'}`,
    ofListsIn: (key) =>
      [...flow.maps.values()]
        .filter(({ step, source }) => source !== 'item' && step.over.key === key)
        .map(patterns.ofItems),
    ofEntries: ({ name, output }) => {
      if (output?.collect === undefined) return [];
      const writer = writers.get(output.collect);
      const inner = writer?.kind === 'map' ? patterns.ofEntries(writer) : [];
      return [`map/${workflow}/0x*/${name}/${output.collect}/*`, ...inner];
    },
  };
  return patterns;
}
