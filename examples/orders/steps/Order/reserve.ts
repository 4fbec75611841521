import type { ReserveBody } from '../../generated/Order/contract.js';

/** What is on the shelves, and what it costs. */
const shelves: ReadonlyMap<string, { readonly count: number; readonly price: number }> = new Map([
  ['lamp', { count: 40, price: 25 }],
  ['chair', { count: 12, price: 60 }],
  ['table', { count: 3, price: 240 }],
]);

/** Takes the articles off the shelves. A repeated attempt has the same key, and so the same number. */
export const run: ReserveBody = async ({ input, context }) => {
  let total = 0;
  for (const { article, count } of input.lines) {
    const shelf = shelves.get(article);
    if (shelf === undefined || shelf.count < count) throw new OutOfStockError(article);
    total += shelf.price * count;
  }
  return { number: `R-${context.idempotencyKey.slice(0, 8)}`, lines: input.lines, total };
};

/** Thrown where there are fewer articles than are wanted. */
class OutOfStockError extends Error {
  override readonly name = 'OutOfStockError' as const;

  constructor(article: string) {
    super(`There are not enough of the article "${article}".`);
  }
}
