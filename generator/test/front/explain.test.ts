import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { explainStep } from '../../src/explain/explain-step.js';
import { renderExplanation } from '../../src/explain/render-explanation.js';

const text = `service: shop
storage: { bucket: orders }
workflows:
  Order:
    steps:
      price:
        output:
          schema: { type: object, required: [total], properties: { total: { type: number } } }
      dear:
        choice:
          - { when: '\`price-output\`.total > 1000', next: approve }
        otherwise: fulfil
      approve: {}
      fulfil:
        parallel:
          money:
            steps:
              charge:
                reads: [price-output, approve-output?]
                catch: [{ errors: [CardDeclined], next: invoice }]
                next: end
              invoice: { reads: [error] }
          goods:
            steps:
              pack: { reads: [input] }
      ship:
        reads: [input, charge-output?, pack-output]
`;

function explain(step: string) {
  const { service, flow, diagnostics } = checkSource({ path: 'workflow.yaml', text });
  expect(diagnostics).toEqual([]);
  const [workflow] = service?.workflows ?? [];
  const workflowFlow = flow?.get('Order');
  if (workflow === undefined || workflowFlow === undefined) throw new Error('There is no workflow Order.');
  return explainStep(workflow, workflowFlow, step);
}

describe('an explanation', () => {
  it('says of each key whether it may be read, who writes it, and shows paths with it and without it', () => {
    const explanation = explain('ship');
    if (explanation === undefined) throw new Error('There is no step ship.');
    expect(renderExplanation(explanation)).toBe(`Step ship of Order
reached by: price → dear → fulfil → ship

  input           read: what the execution began with
  error           cannot be read: a catch never comes before this step
  price-output    may be read: price writes it on every path
                  with it:    price → dear → fulfil → ship
  approve-output  may be read as "approve-output?": approve writes it, not on every path
                  with it:    price → dear → approve → fulfil → ship
                  without it: price → dear → fulfil → ship
  charge-output   read as "charge-output?": charge writes it, not on every path
                  with it:    price → dear → fulfil → charge → ship
                  without it: price → dear → fulfil → charge → invoice → ship
  invoice-output  may be read as "invoice-output?": invoice writes it, not on every path
                  with it:    price → dear → fulfil → charge → invoice → ship
                  without it: price → dear → fulfil → charge → ship
  pack-output     read: pack writes it on every path
                  with it:    price → dear → fulfil → pack → ship
  ship-output     cannot be read: ship never comes before this step
`);
  });

  it('knows what a catch leaves, and what another branch writes at the same time', () => {
    const keys = new Map(explain('invoice')?.keys.map((key) => [key.key, key]));
    expect(keys.get('error')).toEqual({ key: 'error', there: 'certain', read: 'required' });
    expect(keys.get('pack-output')).toMatchObject({ there: 'never', writer: 'pack' });
    // A step that failed may have stored its output before.
    expect(keys.get('charge-output')).toMatchObject({ there: 'possible', writer: 'charge' });
  });

  it('agrees with the compiler: what it calls certain may be read plainly, what it calls possible only with a mark', () => {
    for (const { key, there } of explain('ship')?.keys ?? []) {
      if (key === 'error') continue;
      const read = (mark: string) =>
        checkSource({
          path: 'workflow.yaml',
          text: text.replace('[input, charge-output?, pack-output]', `[${key}${mark}]`),
        }).diagnostics.filter(({ code }) => code === 'read-before-write').length;
      expect([key, read(''), read('?')]).toEqual([
        key,
        there === 'certain' ? 0 : 1,
        there === 'never' ? 1 : 0,
      ]);
    }
  });

  it('calls a key that another branch writes out of reach on a loop, too, as the compiler does', () => {
    const again =
      "      again:\n        choice: [{ when: '`price-output`.total > 5', next: price }]\n        otherwise: end\n";
    const { service, flow, diagnostics } = checkSource({ path: 'workflow.yaml', text: `${text}${again}` });
    expect(diagnostics).toEqual([]);
    const [workflow] = service?.workflows ?? [];
    const workflowFlow = flow?.get('Order');
    if (workflow === undefined || workflowFlow === undefined) throw new Error('There is no workflow Order.');
    expect(workflowFlow.steps.get('pack')?.possible.has('charge-output')).toBe(true);
    const key = explainStep(workflow, workflowFlow, 'pack')?.keys.find(
      (other) => other.key === 'charge-output',
    );
    expect(key).toMatchObject({ there: 'never', read: 'no', writer: 'charge' });
    expect(key).not.toHaveProperty('pathWith');
  });

  it('has nothing to say of a step that is not there', () => {
    expect(explain('shipp')).toBeUndefined();
  });
});
