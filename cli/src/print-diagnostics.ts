import { type CheckResult, plainPaint, renderText, terminalPaint } from '@sfs3/generator';
import type { Terminal } from './terminal.js';

/** What was found in a spec, and the spec's text. */
export interface Found {
  readonly report: Pick<CheckResult, 'diagnostics' | 'locate'>;
  readonly source: { readonly path: string; readonly text: string };
}

/** Prints what was found in a spec, with code frames, to standard output; nothing where nothing was found. */
export function printDiagnostics({ report, source }: Found, terminal: Terminal): void {
  const paint = terminal.outColors.isColorSupported ? terminalPaint : plainPaint;
  const text = renderText(report, source, paint);
  if (text !== '') terminal.out(text.trimEnd());
}

/** The same to standard error, where standard output is for something else. */
export function noteDiagnostics({ report, source }: Found, terminal: Terminal): void {
  const paint = terminal.noteColors.isColorSupported ? terminalPaint : plainPaint;
  const text = renderText(report, source, paint);
  if (text !== '') terminal.note(text.trimEnd());
}
