/** One measured line: what it is, what was seen, and the aim where there is one. */
export interface Measurement {
  readonly what: string;
  readonly seen: string;
  readonly aim?: string;
}

/** A benchmark: a title, and a function that measures. */
export interface Benchmark {
  readonly title: string;
  measure(): Promise<readonly Measurement[]>;
}

/** Prints one benchmark's lines as a table in plain text. */
export function printMeasurements(title: string, lines: readonly Measurement[]): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, seen, aim } of lines) {
    console.log(`  ${what.padEnd(width)}  ${seen}${aim === undefined ? '' : `  (aim: ${aim})`}`);
  }
}

/** `12345678` → `11.8 MiB`. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** `3.14159` → `3.14×`. */
export function ratio(value: number): string {
  return `${value.toFixed(2)}×`;
}
