/**
 * Thrown when a compensation has undone some iterations of a map, and its function's time is nearly over. A retry goes on with the rest.
 */
export class UndoUnfinishedError extends Error {
  override readonly name = 'UndoUnfinishedError' as const;
  readonly step: string;
  readonly undone: number;
  readonly iterations: number;

  constructor(step: string, undone: number, iterations: number) {
    super(
      `${undone} of ${iterations} iterations of step "${step}" are undone; a retry goes on with the rest.`,
    );
    this.step = step;
    this.undone = undone;
    this.iterations = iterations;
  }
}
