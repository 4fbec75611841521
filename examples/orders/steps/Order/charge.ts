import type { ChargeBody } from '../../generated/Order/contract.js';

/** Takes the money: a bank would be handed the key, so that a repeated attempt takes nothing a second time. */
export const run: ChargeBody = async ({ input, reservation, context }) => {
  if (input.customer === 'mallory') throw new CardDeclinedError(reservation.total);
  return { number: `P-${context.idempotencyKey.slice(0, 8)}`, amount: reservation.total };
};

/** Thrown where the bank does not pay. */
class CardDeclinedError extends Error {
  override readonly name = 'CardDeclinedError' as const;

  constructor(amount: number) {
    super(`The bank does not pay ${amount}.`);
  }
}
