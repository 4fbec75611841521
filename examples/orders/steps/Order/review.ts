import type { ReviewBody } from '../../generated/Order/contract.js';

/** Those of whom it is known that they pay. */
const trusted: ReadonlySet<string> = new Set(['ada', 'grace']);

/** Accepts a large order of whoever is known. */
export const run: ReviewBody = async ({ input, reservation, context }) => {
  const accepted = trusted.has(input.customer);
  context.logger.info('reviewed', { reservation: reservation.number, accepted });
  return { accepted };
};
