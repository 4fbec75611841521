import { salesCsv } from './csv/sales-csv.js';

// How many of the sales are bad may be said: `make-sales.ts 6`.
const [bad = '3'] = process.argv.slice(2);
process.stdout.write(salesCsv({ bad: Number(bad) }));
