import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareToCompile } from './compile.js';
import { compileGolden } from './compile-golden.js';
import { Workspace } from './spec.js';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  prepareToCompile(workspace);
});
afterEach(() => workspace.remove());

it('gives a step in a map its item, what certain steps of its iteration wrote, and lists of what a map inside collected', async () => {
  const text = `import type { ApologiseBody, Document, LabelBody, NoteBody, PackBody, PickBody, SumUpBody, WeighBody } from './generated/Batch/contract.js';

export const weigh: WeighBody = ({ order, 'prepare-output': { rates } }) => ({ heavy: order.lines.length > (rates[0] ?? 0) });
// @ts-expect-error the item is an order, not the list of them
export const list: WeighBody = ({ order }) => ({ heavy: order.length > 0 });
export const pick: PickBody = ({ order, line }) => \`\${order.id} \${line.count.toFixed()} \${line.article}\`;
// @ts-expect-error an item of the inner list is a line
export const inner: PickBody = ({ line }) => line.lines;
export const pack: PackBody = ({ picked, context }) => ({ parcel: picked.join() + context.iteration.length });
// @ts-expect-error what a map collects is a list
export const single: PackBody = ({ picked }) => ({ parcel: picked.toUpperCase() });
// @ts-expect-error the list by its name is no read of a step that has its item
export const whole: PackBody = ({ parcels }) => parcels;
export const label: LabelBody = ({ parcel }) => parcel.map(({ parcel }) => parcel);
// @ts-expect-error a batch is a list of items
export const one: LabelBody = ({ parcel }) => parcel.parcel;
export const note: NoteBody = ({ rate }) => console.log(rate.toFixed());
export const apologise: ApologiseBody = ({ error }) =>
  error.step === 'each-order' ? (error.iteration?.number ?? -1) + (error.iteration?.inside?.step ?? '') : null;
// @ts-expect-error the map is what has failed
export const apologiseFor: ApologiseBody = ({ error }) => error.step === 'weigh';
export const sumUp: SumUpBody = ({ parcels, 'labels-output': labels }) => [parcels?.length ?? 0, labels?.length ?? 0];

export const first = ({ parcels }: Document): string | undefined => parcels?.[0]?.parcel;
// @ts-expect-error what one iteration wrote is not the document's
export const packed = (document: Document) => document['pack-output'];
`;
  expect(await compileGolden(workspace, 'map', text)).toBe('');
});

it('has null where an iteration may have failed, and lists of lists', async () => {
  const text = `import type { AddBody, Document, PayBody, ReleaseBody } from './generated/Book/contract.js';

export const pay: PayBody = ({ 'all-seats': seats, sums }) => ({
  seats: seats.flat().length + sums.reduce<number>((all, sum) => all + (sum ?? 0), 0),
});
// @ts-expect-error an iteration may have failed
export const all: PayBody = ({ sums }) => ({ seats: sums.reduce((all, sum) => all + sum, 0) });
export const add: AddBody = ({ row }) => row.reduce((all, seat) => all + seat, 0);
export const release: ReleaseBody = ({ tour, leg, seat }) => ({ name: tour.name, to: leg.to, seat: seat.toFixed() });
export const seat = (document: Document): number | undefined => document['all-seats'][0]?.[0];
// @ts-expect-error what is sensitive in an iteration is nobody's who does not read it
export const guide: AddBody = ({ guide }) => guide;
`;
  expect(await compileGolden(workspace, 'tours', text)).toBe('');
});

it('takes an answer for an iteration, by its number or by those of the maps around it', async () => {
  const text = `import { connect } from './generated/client.js';
import type { Document } from './generated/Import/contract.js';

const client = connect({ stateMachines: { Batch: 'a', Import: 'b', Survey: 'c' } });
const txnId = '0x0123456789abcdef';
await client.Survey.complete({ txnId, step: 'ask', iteration: 3 }, 7);
await client.Survey.complete({ txnId, step: 'ask', iteration: [0] }, 7);
// @ts-expect-error the answer is a number
await client.Survey.complete({ txnId, step: 'ask', iteration: 3 }, 'seven');
// @ts-expect-error an iteration is a number
await client.Survey.complete({ txnId, step: 'ask', iteration: 'third' }, 7);
// @ts-expect-error there is no such step
await client.Survey.complete({ txnId, step: 'thank', iteration: 3 }, 7);
export const checked = ({ checked }: Document): readonly (number | null)[] | undefined => checked;
// @ts-expect-error an iteration may have failed
export const certain = ({ checked }: Document): readonly number[] | undefined => checked;
`;
  expect(await compileGolden(workspace, 'map', text)).toBe('');
});
