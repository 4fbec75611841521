/** What one execution of a Map run works on. */
export interface Batch {
  /** Counts from 0. */
  readonly index: number;
  /** JSON text. */
  readonly input: string;
  /** How many items it holds. */
  readonly items: number;
}
