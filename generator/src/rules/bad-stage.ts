import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** The stage becomes part of the names of buckets, functions and stacks; buckets are the strictest of them. */
export const badStage: Rule = ({ service: { stage } }) => {
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(stage)) return [];
  const message = `The stage ${quote(stage)} cannot be part of a bucket's name. It has lower-case letters, digits and "-", which stands neither first nor last.`;
  return [errorAt('bad-stage', ['stage'], message)];
};
