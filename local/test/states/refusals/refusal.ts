/** One definition that is refused. */
export interface Refusal {
  readonly name: string;
  readonly definition: object | string;
  /** Parts of the message, in order. */
  readonly says: readonly string[];
}
