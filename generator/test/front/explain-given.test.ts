import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { explainStep } from '../../src/explain/explain-step.js';
import { renderExplanation } from '../../src/explain/render-explanation.js';

const text = `service: shop
storage: { bucket: orders }
workflows:
  Scan:
    triggers: [{ s3: { suffix: .csv } }]
    steps:
      read:
        reads: [upload]
        output: { key: rows, schema: { type: array, items: { type: array, items: { type: string } } } }
      each-row:
        map:
          over: rows
          as: row
          steps:
            weigh: { reads: [row] }
            each-cells:
              map: { over: row, as: cells, batch: 5, steps: { count: { reads: [row, cells, weigh-output] } } }
              output: counts
            pack: {}
      report: { compensate: undo }
    compensations: { undo: {} }
  Both:
    input: { type: object, properties: { upload: { type: object }, rows: { type: integer } } }
    triggers: [{ s3: { prefix: in/ } }]
    steps:
      load: { reads: [upload?] }
      done: {}
  Plain:
    steps:
      make: { output: upload }
      use: { reads: [upload] }
  Again:
    steps:
      find: { output: { schema: { type: object, required: [parcels, more], properties: { parcels: { type: array }, more: { type: boolean } } } } }
      each: { map: { over: find-output.parcels, as: parcel, steps: { book: { compensate: cancel, reads: [parcel] } } } }
      again: { choice: [{ when: "\`find-output\`.more", next: find }], otherwise: ship }
      ship: {}
    compensations:
      cancel: {}
`;

const { service, flow, diagnostics } = checkSource({ path: 'workflow.yaml', text });

function explain(workflowName: string, step: string): Readonly<Record<string, string>> {
  const workflow = service?.workflows.find(({ name }) => name === workflowName);
  const workflowFlow = flow?.get(workflowName);
  const explanation = workflow && workflowFlow && explainStep(workflow, workflowFlow, step);
  if (explanation === undefined) throw new Error(`There is no step ${step}.`);
  const lines = renderExplanation(explanation).matchAll(/^ {2}(\S+) +(.*)$/gm);
  return Object.fromEntries([...lines].map(([, key = '', verdict = '']) => [key, verdict]));
}

describe('an explanation of what is given to a step', () => {
  it('is of a spec without mistakes', () => expect(diagnostics).toEqual([]));

  it('says of an upload what it is', () => {
    expect(explain('Scan', 'read').upload).toBe('read: the file that was uploaded');
    expect(explain('Scan', 'report').upload).toBe('may be read: the file that was uploaded');
    expect(explain('Both', 'load').upload).toBe(
      'read as "upload?": the file that was uploaded, where one was',
    );
    expect(explain('Both', 'done').upload).toBe(
      'may be read as "upload?": the file that was uploaded, where one was',
    );
  });

  it('offers no upload to a compensation, which the compiler would refuse', () => {
    expect(explain('Scan', 'undo')).not.toHaveProperty('upload');
  });

  it('takes an output of that name for an output', () => {
    expect(explain('Plain', 'use').upload).toBe('read: make writes it on every path');
  });

  it('has the items of the maps around the step, and what lies in their iterations', () => {
    expect(explain('Scan', 'count')).toMatchObject({
      row: 'read: the item of each-row that it works on',
      cells: 'read: the items of each-cells that it works on',
      'weigh-output': 'read: weigh writes it on every path',
      'count-output': 'cannot be read: count never comes before this step',
    });
    const pack = explain('Scan', 'pack');
    expect(pack).toMatchObject({
      row: 'read: the item of each-row that it works on',
      counts: 'read: each-cells writes it on every path',
    });
    expect(pack).not.toHaveProperty('cells');
    expect(pack).not.toHaveProperty('count-output');
  });

  it('has no item for a compensation where a later round has other ones', () => {
    expect(explain('Again', 'cancel')).toMatchObject({
      parcel: 'cannot be read: a later round of the loop replaces the list of each',
      'find-output': 'may be read: find writes it on every path',
      'book-output': 'read: book writes it on every path',
    });
    expect(explain('Again', 'book').parcel).toBe('read: the item of each that it works on');
  });

  it('has nothing of what lies in the iterations of other maps', () => {
    const keys = Object.keys(explain('Scan', 'report'));
    expect(keys).toEqual([
      'input',
      'error',
      'upload',
      'rows',
      'each-row-output',
      'report-output',
      'undo-output',
    ]);
  });
});
