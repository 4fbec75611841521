import type { WorkflowGraph } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt, warningAt } from '../diagnostic.js';
import { countOf } from '../maps/map-flows.js';
import { outputOf } from '../model/all-steps.js';
import type { Signal } from '../model/flow.js';
import type { ChoiceStep, Expression, WaitStep, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { type ExpressionPart, expressionReader } from './expression-reader.js';
import type { KnownSchemas } from './expression-scope.js';
import { type Facts, factsAfter, noFacts } from './facts.js';
import type { Problem } from './problem.js';
import { signalOf } from './signals.js';
import { describeTypes, isOnly, type ScalarType } from './value-type.js';

/** The expressions of a workflow as the state machine evaluates them, and what it must be handed for that. */
export interface TranslatedExpressions {
  /** By the pointer of the expression, its parts joined with `/`. */
  readonly expressions: ReadonlyMap<string, string>;
  /** By output key, or `input`. */
  readonly signals: ReadonlyMap<string, readonly Signal[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and translates every expression of a workflow that can be reached. */
export function translateExpressions(
  workflow: Workflow,
  graph: WorkflowGraph,
  schemas: KnownSchemas,
): TranslatedExpressions {
  const writers = new Map(
    [...graph.steps].reverse().flatMap((step) => {
      const key = outputOf(step)?.key;
      return key === undefined ? [] : [[key, step] as const];
    }),
  );
  const translation = new Translation();
  for (const [number, step] of graph.steps.entries()) {
    if (!graph.reached.has(number)) continue;
    const read = expressionReader({ workflow, graph, ...schemas, writers, step: number });
    if (step.kind === 'choice') translation.addChoice(step, read);
    if (step.kind === 'wait') translation.addWait(step, read);
    if (step.kind === 'map') translation.addSignal(countOf(step));
  }
  return translation;
}

type Read = ReturnType<typeof expressionReader>;

class Translation implements TranslatedExpressions {
  readonly expressions = new Map<string, string>();
  readonly signals = new Map<string, Signal[]>();
  readonly diagnostics: Diagnostic[] = [];

  addChoice({ rules }: ChoiceStep, read: Read): void {
    let facts: Facts = noFacts;
    const earlier = new Set<string>();
    for (const { when } of rules) {
      const part = this.#add(when, read(when.source, { isTruth: true, facts }));
      if (part === undefined) continue;
      const warning = uselessRule(part, read, { earlier, source: when.source });
      if (warning !== undefined && part.problems.length === 0) this.#report(when, warning);
      earlier.add(part.text);
      facts = factsAfter(facts, part.tree, false);
    }
  }

  addWait({ for: time }: WaitStep, read: Read): void {
    const value = time.kind === 'seconds' ? time.seconds : time.until;
    if (typeof value !== 'object') return;
    const part = this.#add(value, read(value.source, { isTruth: false, facts: noFacts }));
    if (part?.type === undefined) return;
    const wanted: ScalarType = time.kind === 'seconds' ? 'integer' : 'string';
    if (isOnly(part.type, wanted)) return;
    const unit = time.kind === 'seconds' ? 'a whole number of seconds' : 'text, a time with its offset';
    const message = `${quote(value.source)} is ${describeTypes(part.type.types)}. It should be ${unit}.`;
    this.#report(value, { code: 'expression-type', message, range: part.tree.range });
  }

  #add(expression: Expression, { part, problems }: ReturnType<Read>): ExpressionPart | undefined {
    for (const problem of problems) this.#report(expression, problem);
    if (part === undefined) return undefined;
    this.expressions.set(expression.at.join('/'), part.text);
    for (const operand of part.operands) this.addSignal(signalOf(operand));
    return part;
  }

  addSignal(signal: Signal): void {
    const known = this.signals.get(signal.key) ?? [];
    if (!known.some(({ name }) => name === signal.name)) this.signals.set(signal.key, [...known, signal]);
  }

  #report({ at }: Expression, { code, message, range, severity }: Problem): void {
    const found = severity === 'warning' ? warningAt(code, at, message) : errorAt(code, at, message);
    this.diagnostics.push({ ...found, within: range });
  }
}

/** Why a rule of a choice decides nothing. */
function uselessRule(
  part: ExpressionPart,
  read: Read,
  { earlier, source }: { readonly earlier: ReadonlySet<string>; readonly source: string },
): Problem | undefined {
  const { range } = part.tree;
  const warn = (message: string): Problem => ({
    code: 'constant-condition',
    message,
    range,
    severity: 'warning',
  });
  if (earlier.has(part.text))
    return warn('A rule above has the same condition, so that this one is never chosen.');
  const isOne = (values: readonly unknown[] | undefined, value: boolean): boolean =>
    values?.length === 1 && values[0] === value;
  if (isOne(part.type?.values, false))
    return warn('The condition is never true here, so that its way is never taken.');
  // Of values that are listed one after the other, the last is not told that it is the only one left.
  const alone = read(source, { isTruth: true, facts: noFacts }).part?.type;
  return isOne(alone?.values, true)
    ? warn('The condition is always true, so that neither a rule below it nor "otherwise" is ever used.')
    : undefined;
}
