/** Writes one line of JSON for each call, with the execution's facts on it. */
export interface StepLogger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** What stands beside the message. An Error is written as its name, message, stack and cause. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * A logger whose every line carries the given facts, which no field can replace.
 *
 * @param write Takes a line without its end. Default: standard output.
 */
export function createLogger(facts: LogFields, write: (line: string) => void = writeLine): StepLogger {
  const log = (level: string) => (message: string, fields?: LogFields) => {
    const head = { time: new Date().toISOString(), level, message, ...facts };
    write(lineOf(head, fields ?? {}));
  };
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}

function lineOf(head: LogFields, fields: LogFields): string {
  try {
    return JSON.stringify({ ...head, ...fields, ...head }, writable);
  } catch {
    // A cycle in a field must not fail the step that logs it.
    return JSON.stringify({ ...head, omitted: Object.keys(fields) });
  }
}

function writable(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, ...(cause === undefined ? {} : { cause }) };
}

/** Not `console.log`: in Lambda that puts its own columns before the line. */
function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
