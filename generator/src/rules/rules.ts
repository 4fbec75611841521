import type { Diagnostic } from '../diagnostic.js';
import type { Rule, RuleContext } from './rule.js';

/** Every rule; where two could speak of one place, the one with the clearer message stands first. */
export const rules: readonly Rule[] = Object.freeze([]);

/** All mistakes that the rules find. */
export function checkRules(context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) => rule(context));
}
