import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Times that a wait cannot wait for.
 * Source: https://states-language.net/spec.html (RFC 3339 with a capital "T", and a capital "Z" where there is no numeric offset)
 */
export const badTimestamp: Rule = ({ service }) =>
  allSteps(service).flatMap(({ step }) => {
    if (step.kind !== 'wait' || step.for.kind !== 'until') return [];
    const { until } = step.for;
    if (typeof until !== 'string' || isTime(until)) return [];
    const message = `${quote(until)} is no time. It should have a date, a time and an offset, as in "2030-01-31T08:00:00Z".`;
    return [errorAt('bad-timestamp', [...step.at, 'wait', 'until'], message)];
  });

function isTime(text: string): boolean {
  const [, year, month, day] = pattern.exec(text) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(text))) return false;
  // Date.parse takes the 31st of a shorter month for the 1st of the next one.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1;
}
