import type { ReleaseBody } from '../../generated/Order/contract.js';

/** Puts back what the reservation took. It runs only where there is one. */
export const run: ReleaseBody = async ({ reservation, context }) => {
  context.logger.info('released', { reservation: reservation.number });
  return { released: reservation.lines };
};
