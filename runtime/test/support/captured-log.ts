/** The log lines that this process writes from now on; they do not come to the terminal. */
export interface CapturedLog {
  readonly lines: Record<string, unknown>[];
  release(): void;
}

/** Takes the lines of JSON out of standard output; all else passes. */
export function captureLog(): CapturedLog {
  const lines: Record<string, unknown>[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (...parameters: Parameters<typeof write>) => {
    const text = String(parameters[0]);
    if (!text.startsWith('{"time"')) return write(...parameters);
    lines.push(JSON.parse(text));
    return true;
  };
  return {
    lines,
    release: () => {
      process.stdout.write = write;
    },
  };
}
