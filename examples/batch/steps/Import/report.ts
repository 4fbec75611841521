import type { ReportBody } from '../../generated/Import/contract.js';

/** Adds up the sums. Where a batch has failed there is null in its place, so its number is known; why it has failed stands elsewhere. */
export const run: ReportBody = async ({ sums, context }) => {
  const failed: number[] = [];
  let sales = 0;
  let cents = 0;
  for (const [number, sum] of sums.entries()) {
    if (sum === null) failed.push(number);
    sales += sum?.sales ?? 0;
    cents += sum?.cents ?? 0;
  }
  context.logger.info('reported', { batches: sums.length, failed: failed.length });
  return { sales, cents, batches: sums.length, failed, details: `runs/Import/${context.txnId}/each-batch/` };
};
