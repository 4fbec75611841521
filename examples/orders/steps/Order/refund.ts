import type { RefundBody } from '../../generated/Order/contract.js';

/** The bank gives back so much at once; of more it asks to be told a second time. */
const atOnce = 1000;

/** Gives the money back. It runs only where it was taken. */
export const run: RefundBody = async ({ payment, error, context }) => {
  if (payment.amount > atOnce && context.attempt === 1) throw new BankBusyError(payment.number);
  context.logger.info('refunded', { payment: payment.number });
  return { payment: payment.number, amount: payment.amount, because: error.name };
};

/** Thrown where the bank wants to be asked again: the spec retries it. */
class BankBusyError extends Error {
  override readonly name = 'BankBusyError' as const;

  constructor(payment: string) {
    super(`The bank has not given back ${payment} yet.`);
  }
}
