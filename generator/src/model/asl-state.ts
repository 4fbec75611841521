import type { Pointer } from '../diagnostic.js';

/** The types that a state of an `asl` step may have. */
export const aslTypes = ['Task', 'Pass', 'Wait', 'Parallel', 'Map'] as const;
export type AslType = (typeof aslTypes)[number];

/** Whether a state has a result by itself; Pass and Wait states have one only where `Output` says what. */
export function hasResult({ Type, Output }: Readonly<Record<string, unknown>>): boolean {
  return Output !== undefined || (Type !== 'Pass' && Type !== 'Wait');
}

/** Whether a state can fail, and so be retried and caught. */
export function canFail({ Type }: Readonly<Record<string, unknown>>): boolean {
  return Type !== 'Pass' && Type !== 'Wait';
}

/** What an `asl` step lets its state machine do. */
export interface AslRight {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly at: Pointer;
}
