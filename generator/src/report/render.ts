import type { CheckResult } from '../check-source.js';
import type { Diagnostic } from '../diagnostic.js';
import type { SourceText } from '../parse/source.js';
import { printable } from '../quote.js';
import { codeFrame } from './code-frame.js';
import { type Paint, plainPaint } from './paint.js';
import type { TextPlace } from './text-place.js';

/** What a report is made of. */
export type Reported = Pick<CheckResult, 'diagnostics' | 'locate'>;

/** A diagnostic as tools read it; lines and columns from 1, the end not included. */
export interface JsonDiagnostic extends TextPlace {
  readonly file: string;
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
}

/** One diagnostic as a person reads it: a line that says what is wrong, and the place in the spec. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  source: SourceText,
  { place, paint = plainPaint }: { readonly place: TextPlace; readonly paint?: Paint },
): string {
  const { code, severity, message } = diagnostic;
  const where = paint.place(`${printable(source.path)}:${place.line}:${place.column}`);
  const head = `${where}  ${paint[severity](severity)}  ${paint.quiet(code)}  ${message}`;
  const frame = codeFrame(source.text, place, paint);
  return frame === '' ? head : `${head}\n${frame}`;
}

/** All diagnostics for a person, with a count at the end; empty when there are none. */
export function renderText(report: Reported, source: SourceText, paint: Paint = plainPaint): string {
  const { diagnostics } = report;
  if (diagnostics.length === 0) return '';
  const blocks = diagnostics.map((diagnostic) =>
    renderDiagnostic(diagnostic, source, { place: report.locate(diagnostic), paint }),
  );
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const summary = [counted(count('error'), 'error'), counted(count('warning'), 'warning')]
    .filter(Boolean)
    .join(', ');
  return `${[...blocks, summary].join('\n\n')}\n`;
}

/** All diagnostics for tools, as a JSON array. */
export function renderJson(report: Reported, source: SourceText): string {
  const items = report.diagnostics.map((diagnostic): JsonDiagnostic => {
    const { code, severity, message } = diagnostic;
    return { file: source.path, ...report.locate(diagnostic), code, severity, message };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
