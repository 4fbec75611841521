import type { ApproveBody } from '../../generated/Approval/contract.js';

/** Asks the approver. What stands in the log here would be in a mail: whoever has the token can answer. */
export const run: ApproveBody = async ({ input, context }) => {
  context.logger.info('a decision is wanted', {
    from: input.approver,
    amount: input.amount,
    token: context.taskToken,
  });
};
