import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';

/** Where the frames of the sandbox itself lie. */
const ownFolder = new URL('.', import.meta.url).href;

/**
 * Makes the stacks of errors name the lines of the sources instead of those of a bundle, and end where the sandbox begins. The
 * map `<bundle>.map` is read when the first stack is looked at, so a function that does not fail pays nothing; without a map
 * the bundle's lines stay.
 */
export function nameSourcesInStacks(bundle: string): void {
  let map: SourceMap | undefined;
  let tried = false;
  const original = (line: number, column: number): string | undefined => {
    if (!tried) map = readMap(bundle);
    tried = true;
    const entry = map?.findEntry(line - 1, column - 1);
    if (entry === undefined || !('originalSource' in entry)) return undefined;
    const source = resolve(dirname(bundle), entry.originalSource);
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  };
  Error.prepareStackTrace = (error, frames) => {
    const own = frames.findIndex((frame) => frame.getFileName()?.startsWith(ownFolder));
    const lines = frames.slice(0, own > 0 ? own : undefined).map((frame) => {
      const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
      if (frame.getFileName() !== bundle || line === null || column === null) return `\n    at ${frame}`;
      const position = original(line, column);
      const text = String(frame);
      return `\n    at ${position === undefined ? text : text.replace(`${bundle}:${line}:${column}`, position)}`;
    });
    return `${error}${lines.join('')}`;
  };
}

function readMap(bundle: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
