/** The log lines that this process writes from now on; they do not come to the terminal. */
export interface CapturedLog {
  readonly lines: Record<string, unknown>[];
  release(): void;
}

/** Takes the lines of JSON out of standard output; all else passes. */
export function captureLog(): CapturedLog {
  const lines: Record<string, unknown>[] = [];
  const write = process.stdout.write.bind(process.stdout);
  const take = (chunk: string | Uint8Array): boolean => {
    const text = String(chunk);
    if (!text.startsWith('{"time"')) return write(chunk);
    lines.push(JSON.parse(text));
    return true;
  };
  process.stdout.write = take;
  return {
    lines,
    release: () => {
      process.stdout.write = write;
    },
  };
}
