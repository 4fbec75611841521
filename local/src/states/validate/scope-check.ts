import type { Check, FieldTable } from './checks.js';

/** Further fields of a scope, beside StartAt and States. */
export type ScopeFields = FieldTable;

/** Makes the check of a scope; messages call it `what`. */
export type ScopeCheck = (what: string, extra?: ScopeFields) => Check;
