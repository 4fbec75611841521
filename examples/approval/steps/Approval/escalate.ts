import type { EscalateBody } from '../../generated/Approval/contract.js';

/** Asks the deputy, who is told why. */
export const run: EscalateBody = async ({ input, error, context }) => {
  context.logger.info('a decision is wanted', {
    from: input.deputy,
    amount: input.amount,
    because: `${error.step}: ${error.name}`,
    token: context.taskToken,
  });
};
