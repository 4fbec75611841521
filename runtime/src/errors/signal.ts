/** Which scalar an error is about; never its value. */
interface SignalSource {
  readonly step: string;
  readonly key: string;
}

/**
 * Thrown when a condition or a wait needs a scalar and there is something else; where it comes from a result, nothing is
 * stored. A retry does not help.
 */
export class SignalTypeError extends Error {
  override readonly name = 'SignalTypeError' as const;
  readonly step: string;
  /** `input` or an output key. */
  readonly key: string;
  /** JSON pointer below it. */
  readonly path: string;

  constructor({ step, key }: SignalSource, path: readonly string[], expected: string, found: string) {
    const pointer = pointerTo(path);
    super(
      `${step}: ${key} has ${found} at ${pointer || 'its root'}, where the workflow's conditions need ${expected}.`,
    );
    this.step = step;
    this.key = key;
    this.path = pointer;
  }
}

/**
 * Thrown when a text that a condition or a wait needs is too long for the state machine; where it comes from a result, nothing is
 * stored. A retry does not help.
 */
export class SignalTooLargeError extends Error {
  override readonly name = 'SignalTooLargeError' as const;
  readonly step: string;
  /** `input` or an output key. */
  readonly key: string;
  /** JSON pointer below it. */
  readonly path: string;

  constructor({ step, key }: SignalSource, path: readonly string[], limit: number) {
    const pointer = pointerTo(path);
    super(
      `${step}: ${key} has a text of more than ${limit} bytes at ${pointer || 'its root'}, which is too long for a condition.`,
    );
    this.step = step;
    this.key = key;
    this.path = pointer;
  }
}

function pointerTo(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
