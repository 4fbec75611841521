/** Thrown when what a step reads is more than a state of Amazon States Language can be handed. A retry does not help. */
export class ReadsTooLargeError extends Error {
  override readonly name = 'ReadsTooLargeError' as const;
  readonly step: string;
  /** Bytes of all reads together. */
  readonly size: number;

  constructor(step: string, size: number, limit: number) {
    super(
      `${step}: its reads have ${size} bytes together, of which its state takes ${limit}; a task can read them and write what the state needs.`,
    );
    this.step = step;
    this.size = size;
  }
}
