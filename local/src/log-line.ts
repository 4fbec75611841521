/** One line that a function wrote, or that the embedded services have to say. */
export interface LogLine {
  /** The function's deployed name, or `endpoint`. */
  readonly source: string;
  readonly stream: 'stdout' | 'stderr';
  /** The line, without its end. */
  readonly text: string;
}

/** Receives lines as they are written. */
export type Log = (line: LogLine) => void;
