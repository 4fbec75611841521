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

it('knows what is certain behind a choice, and on a loop what may be there from the round before', async () => {
  const text = `import type { AskBody, Document as Poll, FinishBody } from './generated/Poll/contract.js';
import type { Document as Sort, OddBody } from './generated/Sort/contract.js';

export const ask: AskBody = ({ input, 'ask-output': before }) => ({
  state: input.limit > 1 ? 'pending' : 'done',
  asked: (before?.asked ?? 0) + 1,
});
// @ts-expect-error on the first round there is nothing before
export const sure: AskBody = ({ 'ask-output': before }) => ({ state: 'done', asked: before.asked });
export const finish: FinishBody = ({ 'ask-output': answer }) => answer.asked;
export const odd: OddBody = ({ 'small-output': small }) => small.kind;

export const always = (document: Poll): number => document['ask-output'].asked;
export const sometimes = (document: Sort): string | undefined => document['small-output']?.kind;
// @ts-expect-error another way leads to the end as well
export const never = (document: Sort): string => document['small-output'].kind;
`;
  expect(await compileGolden(workspace, 'choice-loop', text)).toBe('');
});

it('knows who can have failed, and what a branch may not have written', async () => {
  const text = `import type {
  ConfirmBody, Document, InvoiceBody, LaterBody, RefundBody,
} from './generated/Order/contract.js';

export const invoice: InvoiceBody = ({ error }) => {
  error.step satisfies 'charge';
  return { why: error.message, kind: error.name };
};
export const later: LaterBody = ({ error }) => error.step satisfies 'fulfil';
// @ts-expect-error another step has failed
export const mistaken: LaterBody = ({ error }) => error.step satisfies 'charge';
export const refund: RefundBody = ({ error, 'charge-output': charge }) => charge?.receipt ?? error?.name ?? null;
// @ts-expect-error the charge may be what has failed
export const hasty: RefundBody = ({ 'charge-output': charge }) => charge.receipt;
export const confirm: ConfirmBody = ({ 'charge-output': charge, 'invoice-output': invoice }) =>
  charge?.receipt ?? invoice ?? null;
// @ts-expect-error nothing was caught on the way here that this step reads
export const calm: ConfirmBody = ({ error }) => error;

export const total = (document: Document): number => document['price-output'].total;
// @ts-expect-error the parallel step may have failed
export const grams = (document: Document): number => document['weigh-output'].grams;
`;
  expect(await compileGolden(workspace, 'parallel-catch', text)).toBe('');
});

it('knows what answers a callback, and that its body answers nothing', async () => {
  const text = `import type { ApproveBody, Document, EscalateBody, PayBody } from './generated/Approval/contract.js';
import { connect } from './generated/client.js';

export const approve: ApproveBody = async ({ input, context }) => {
  await send(context.taskToken, input.amount);
};
// @ts-expect-error whoever answers gives the output
export const early: ApproveBody = async () => ({ decision: 'yes' });
export const escalate: EscalateBody = ({ error, context }) => send(context.taskToken, error.step.length);
// @ts-expect-error only a callback has a token
export const pay: PayBody = ({ context }) => context.taskToken;
declare function send(token: string, amount: number): Promise<void>;

const { Approval, Sign } = connect({ stateMachines: { Approval: 'arn', Sign: 'arn' } });
const txnId = '0x0123456789abcdef';
export const answers = [
  Approval.complete({ txnId, step: 'approve' }, { decision: 'yes' }),
  Approval.complete({ token: 't', step: 'escalate' }, { any: ['thing'] }),
  Approval.fail({ txnId, step: 'approve' }, { error: 'Withdrawn' }),
  Approval.heartbeat({ txnId, step: 'escalate' }),
  Sign.complete({ txnId, step: 'sign-as-buyer' }),
  // @ts-expect-error no answer of the schema
  Approval.complete({ txnId, step: 'approve' }, { decision: 'maybe' }),
  // @ts-expect-error an answer that is missing
  Approval.complete({ txnId, step: 'approve' }),
  // @ts-expect-error a step that waits for no answer
  Approval.complete({ txnId, step: 'pay' }, {}),
  // @ts-expect-error the step has no output
  Sign.complete({ txnId, step: 'sign-as-buyer' }, { by: 'me' }),
  // @ts-expect-error a failure without a name
  Approval.fail({ txnId, step: 'approve' }, {}),
];

// @ts-expect-error after a time-out there is no answer
export const decision = (document: Document): string => document['approve-output'].decision;
`;
  expect(await compileGolden(workspace, 'callback', text)).toBe('');
});
