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

it('gives a compensation the error, what it undoes, and the rest only maybe', async () => {
  const text = `import type { AlarmBody, Document, RecallBody, RefundBody, ReleaseBody, SumUpBody } from './generated/Order/contract.js';

export const refund: RefundBody = ({ payment, reservation, verdict, error }) => ({
  by: \`\${payment.card} \${reservation.shelf} \${verdict?.ok} \${error.message}\`,
});
// @ts-expect-error the review may not have been reached
export const unsure: RefundBody = ({ verdict }) => ({ by: String(verdict.ok) });
// @ts-expect-error another compensation may have had nothing to undo
export const other: SumUpBody = ({ refund }) => refund.by;
// @ts-expect-error the result breaks the schema
export const wrong: RefundBody = () => ({ to: 'nobody' });
// @ts-expect-error sensitive outputs are read by those alone who declare it
export const undeclared: RecallBody = ({ payment }) => payment;

export const release: ReleaseBody = ({ input, reservation, error }) =>
  error.step === 'prepare' || error.step === 'refuse' ? reservation.shelf : input.amount;
// @ts-expect-error a step of a branch fails its parallel step
export const inner: ReleaseBody = ({ error }) => error.step === 'charge';
// @ts-expect-error nothing is certain when an execution fails
export const early: AlarmBody = ({ reservation }) => console.log(reservation);

export const given = ({ refund }: Document): string | undefined => refund?.by;
// @ts-expect-error an execution that ends well has none
export const sure = ({ refund }: Document): string => refund.by;
`;
  expect(await compileGolden(workspace, 'saga', text)).toBe('');
});
