import { parseCsv } from '../../csv/parse-csv.js';
import type { ReadBody, ReadOutput } from '../../generated/Import/contract.js';

const header = 'customer,article,count';

/** Reads the lines of the file as they come, and says which one is none. */
export const run: ReadBody = async ({ upload, context }) => {
  const sales: ReadOutput = [];
  const records = parseCsv(upload.stream().setEncoding('utf8'));
  const first = await records.next();
  if (first.done || first.value.fields.join() !== header) throw new CsvFormatError(1, `is not ${header}`);
  for await (const { line, fields } of records) {
    const [customer = '', article = '', count = ''] = fields;
    if (fields.length !== 3) throw new CsvFormatError(line, `has ${fields.length} fields instead of 3`);
    if (!/^[1-9]\d*$/.test(count)) throw new CsvFormatError(line, `has a count that is not a number`);
    sales.push({ line, customer, article, count: Number(count) });
  }
  context.logger.info('read', { bytes: upload.size, sales: sales.length });
  return sales;
};

/** Thrown where the file is not what it should be. Another attempt would not help. */
class CsvFormatError extends Error {
  override readonly name = 'CsvFormatError' as const;

  constructor(line: number, what: string) {
    super(`Line ${line} ${what}.`);
  }
}
