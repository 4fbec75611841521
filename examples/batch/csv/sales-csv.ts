const customers = ['Hopper', '"Lovelace, Ada"', 'Dijkstra', '"The ""Apollo"" team"'];
const articles = ['lamp', 'chair', 'table'];

/** What a file of sales is to hold. */
export interface SalesCsvOptions {
  /** Default: 10,000. */
  readonly sales?: number;
  /** How many of them are of an article that nobody knows, at equal distances. Default: 3. */
  readonly bad?: number;
}

/** A file of sales, the same for the same options. */
export function salesCsv({ sales = 10_000, bad = 3 }: SalesCsvOptions = {}): string {
  const isBad = new Set(Array.from({ length: bad }, (_, at) => Math.floor(((at + 0.5) * sales) / bad)));
  const lines = Array.from({ length: sales }, (_, at) => {
    const article = isBad.has(at) ? 'unicorn' : articles[(at * 7) % articles.length];
    return `${customers[(at * 5) % customers.length]},${article},${1 + ((at * 13) % 9)}`;
  });
  return `customer,article,count\n${lines.join('\n')}\n`;
}
