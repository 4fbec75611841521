import { warningAt } from '../diagnostic.js';
import type { Rule } from './rule.js';

/** Outputs that outlive the documents that refer to them. */
export const expiryOrder: Rule = ({ service: { storage } }) => {
  const { expireAfterDays: documents, expireOutputsAfterDays: outputs } = storage;
  if (documents === undefined || outputs === undefined || outputs <= documents) return [];
  const message = `Outputs expire after ${outputs} days, their documents after ${documents}. Outputs should expire with the documents or before.`;
  return [warningAt('expiry-order', ['storage', 'expireOutputsAfterDays'], message)];
};
