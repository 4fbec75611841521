import type { BookBody } from '../../generated/Import/contract.js';

/** What the articles cost, in cents. */
const prices: ReadonlyMap<string, number> = new Map([
  ['lamp', 2500],
  ['chair', 6000],
  ['table', 24000],
]);

/** Books a hundred sales, all of them or none. It is given these hundred, and no others are fetched. */
export const run: BookBody = async ({ batch, context }) => {
  let cents = 0;
  for (const { line, article, count } of batch) {
    const price = prices.get(article);
    if (price === undefined) throw new UnknownArticleError(line, article);
    cents += count * price;
  }
  context.logger.info('booked', { batch: context.iteration, sales: batch.length });
  return { sales: batch.length, cents };
};

/** Thrown where nobody knows what a sale costs. Another attempt would not help; the batch fails, and is tolerated. */
class UnknownArticleError extends Error {
  override readonly name = 'UnknownArticleError' as const;

  constructor(line: number, article: string) {
    super(`Line ${line}: the article "${article}" has no price.`);
  }
}
