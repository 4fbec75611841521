import type { ShipBody } from '../../generated/Order/contract.js';

/** Who delivers where. */
const carriers: ReadonlyMap<string, string> = new Map([
  ['DE', 'Overland'],
  ['FR', 'Overland'],
  ['US', 'Airmail'],
]);

/** Hands the parcel to a carrier. */
export const run: ShipBody = async ({ input, reservation }) => {
  const carrier = carriers.get(input.country);
  if (carrier === undefined) throw new UndeliverableCountryError(input.country);
  return { carrier, tracking: `${input.country}-${reservation.number}` };
};

/** Thrown where no carrier goes. Another attempt would not help. */
class UndeliverableCountryError extends Error {
  override readonly name = 'UndeliverableCountryError' as const;

  constructor(country: string) {
    super(`No carrier goes to "${country}".`);
  }
}
