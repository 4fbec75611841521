import type {
  CollectorDefinition,
  ItemDefinition,
  ItemListerDefinition,
  StepDefinition,
} from '../../src/contract/index.js';

const outputKeys = ['step-a-output', 'step-b-output', 'picked'];
const itemOfRows: ItemDefinition = {
  map: 'each-row',
  batch: 1,
  of: { key: 'step-a-output', path: ['rows'] },
};

/** A task that writes a list over which a map goes, as a visit of a loop or not. */
export const listingTask: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-b',
  reads: [{ key: 'step-a-output', optional: false }],
  output: {
    key: 'step-b-output',
    lists: [{ map: 'each-b', path: ['rows'], batch: 2 }],
    signals: [{ name: '$count(rows)', path: ['rows'], measure: 'count' }],
  },
  outputKeys,
};

/** The same on a loop. */
export const listingAgain: StepDefinition = {
  ...listingTask,
  output: { key: 'step-b-output', ...listingTask.output, onLoop: true },
};

/** A task in a map: it reads its own item. */
export const iterationTask: StepDefinition = {
  workflow: 'ProcessA',
  step: 'pick',
  maps: ['each-row'],
  reads: [{ key: 'row', optional: false, item: itemOfRows }],
  output: { key: 'pick-output', map: 'each-row' },
  outputKeys,
};

/** What finds the list of a map in the item of the map around it. */
export const itemLister: ItemListerDefinition = {
  workflow: 'ProcessA',
  step: 'each-part-list',
  maps: ['each-row'],
  outputKeys,
  read: { key: 'row', optional: false, item: itemOfRows },
  list: { map: 'each-part', path: ['parts'], batch: 1 },
  count: { name: '$count(parts)', path: ['parts'], measure: 'count' },
};

/** What puts together what the map has done; another map goes over that. */
export const collector: CollectorDefinition = {
  workflow: 'ProcessA',
  step: 'each-row-collect',
  outputKeys,
  output: {
    key: 'picked',
    collected: true,
    lists: [{ map: 'each-picked', path: [], batch: 2 }],
    signals: [{ name: '$count()', path: [], measure: 'count' }],
  },
  collect: { map: 'each-row', key: 'pick-output' },
  batch: 1,
  tolerant: false,
};

/** A compensation of the task in the map. */
export const iterationsUndone: StepDefinition = {
  workflow: 'ProcessA',
  step: 'put-back',
  maps: ['each-row'],
  reads: [
    { key: 'row', optional: false, item: itemOfRows },
    { key: 'pick-output', optional: false, map: 'each-row' },
  ],
  output: { key: 'back', map: 'each-row' },
  undoes: { step: 'pick', key: 'pick-output', map: 'each-row' },
  outputKeys,
};
