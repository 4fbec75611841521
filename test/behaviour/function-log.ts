import type { LogLine } from '@sfs3/local';

/** A line of a function's log. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The lines of JSON that functions wrote, for those who wait for one. */
export class FunctionLog {
  readonly #lines: LogFields[] = [];
  readonly #waiting = new Set<() => void>();

  take({ text }: LogLine): void {
    if (!text.startsWith('{')) return;
    this.#lines.push(JSON.parse(text));
    for (const look of this.#waiting) look();
  }

  /** The first line that holds all these fields; waits for it. */
  find(fields: LogFields): Promise<LogFields> {
    const wanted = Object.entries(fields);
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.#lines.find((line) => wanted.every(([name, value]) => line[name] === value));
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
