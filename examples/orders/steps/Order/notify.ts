import type { NotifyBody } from '../../generated/Order/contract.js';

/** Tells the customer. Whether money was taken and given back depends on how far the order came. */
export const run: NotifyBody = async ({ input, error, 'refund-output': refund, context }) => {
  context.logger.info('notified', { customer: input.customer, because: error.name });
  const money = refund === undefined ? 'You have paid nothing.' : `You get ${refund.amount} back.`;
  return `Dear ${input.customer}, we cannot deliver. ${error.message} ${money}`;
};
