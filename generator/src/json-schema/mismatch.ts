/** Why values of one schema do not all satisfy another. */
export interface Mismatch {
  /** The property, or the property of a property … */
  readonly path: readonly string[];
  /** As the end of a sentence: `is text, where …`. */
  readonly reason: string;
}
