import { analyse } from './analyse/analyse.js';
import { checkShape } from './check-shape/check-shape.js';
import type { Diagnostic } from './diagnostic.js';
import type { ServiceFlow } from './model/flow.js';
import type { Service } from './model/service.js';
import { parse } from './parse/parse.js';
import type { ParsedSource, SourceText, TextRange } from './parse/source.js';
import { type TextPlace, textPlace } from './report/text-place.js';
import { resolve } from './resolve/resolve.js';
import { checkRules } from './rules/rules.js';

/** What the front half of the compiler found out about a workflow.yaml. */
export interface CheckResult {
  /** Absent when a diagnostic of severity error prevents it. */
  readonly service?: Service;
  /** Absent when a diagnostic of severity error prevents it. */
  readonly flow?: ServiceFlow;
  /** In source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where a diagnostic of this result stands: lines and columns from 1, the end not included. */
  locate(diagnostic: Diagnostic): TextPlace;
}

/**
 * Reads and checks a workflow.yaml. Never throws for a mistake in it; the same text gives the same result.
 * @example
 * const { service, flow, diagnostics } = checkSource({ path: 'workflow.yaml', text }, { stage: 'prod' });
 */
export function checkSource(source: SourceText, options: { readonly stage?: string } = {}): CheckResult {
  const parsed = parse(source);
  if (parsed.value === undefined) return resultOf(source, undefined, parsed.diagnostics);
  const shape = checkShape(parsed.value.value);
  const service = resolve(shape.raw, options);
  const { flow, ...analysis } = analyse(service);
  const found = checkRules({ service, flow, ...analysis, doubts: shape.doubts });
  const diagnostics = [...parsed.diagnostics, ...shape.diagnostics, ...found];
  const result = resultOf(source, parsed.value, diagnostics);
  return diagnostics.some(({ severity }) => severity === 'error') ? result : { ...result, service, flow };
}

function resultOf(
  source: SourceText,
  parsed: ParsedSource | undefined,
  diagnostics: readonly Diagnostic[],
): CheckResult {
  const ranges = new Map(diagnostics.map((diagnostic) => [diagnostic, rangeIn(parsed, diagnostic)]));
  const rangeFor = (diagnostic: Diagnostic): TextRange =>
    ranges.get(diagnostic) ?? rangeIn(parsed, diagnostic);
  const ordered = [...diagnostics].sort((left, right) => rangeFor(left)[0] - rangeFor(right)[0]);
  const seen = new Set<string>();
  return {
    // One mistake that an alias repeats is one mistake.
    diagnostics: ordered.filter((diagnostic) => {
      const identity = JSON.stringify([rangeFor(diagnostic), diagnostic.code, diagnostic.message]);
      return !seen.has(identity) && seen.add(identity);
    }),
    locate: (diagnostic) => textPlace(source.text, rangeFor(diagnostic)),
  };
}

function rangeIn(
  parsed: ParsedSource | undefined,
  { range, at, on = 'value', within }: Diagnostic,
): TextRange {
  return range ?? parsed?.rangeOf(at, on, within) ?? [0, 0];
}
