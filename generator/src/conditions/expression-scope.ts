import { errorRead, inputRead, uploadRead } from '@sfs3/runtime/contract';
import { missingWrite } from '../analyse/missing-write.js';
import { mapsOf, type WorkflowGraph } from '../analyse/workflow-graph.js';
import type { LocatedSchema, SharedSchemas } from '../json-schema/references.js';
import { outputOf } from '../model/all-steps.js';
import { type DocumentSchemaOf, outputSchemaOf } from '../model/output-schema.js';
import type { Step, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Problem } from './problem.js';
import type { OperandTree } from './tree.js';

/** The schemas that are not of the workflow itself. */
export interface KnownSchemas {
  readonly shared: SharedSchemas;
  readonly documentSchemaOf: DocumentSchemaOf;
}

/** What an expression of a step can see. */
export interface ExpressionScope extends KnownSchemas {
  readonly workflow: Workflow;
  readonly graph: WorkflowGraph;
  /** By output key. */
  readonly writers: ReadonlyMap<string, Step>;
  /** Number of the step whose expression it is. */
  readonly step: number;
  readonly source: string;
}

/** Whether every path to the step has written the key of an operand. */
export function isCertain({ graph, step }: ExpressionScope, { key }: OperandTree): boolean {
  return key === inputRead || (graph.keys.get(step)?.certain.has(key) ?? false);
}

/** What is known of the value of a key; empty where any value may be. */
export function schemasOf(
  { workflow, writers, documentSchemaOf }: ExpressionScope,
  { key }: OperandTree,
): LocatedSchema[] {
  const schema = key === inputRead ? workflow.input : outputSchemaOf(writers.get(key), documentSchemaOf);
  return schema === undefined ? [] : [{ schema, root: schema }];
}

/** Why the key of an operand cannot be used; `isSure` says that it is known to be there, or only asked for. */
export function keyProblem(
  scope: ExpressionScope,
  operand: OperandTree,
  isSure: boolean,
): Problem | undefined {
  const { key, keyRange: range } = operand;
  if (key === inputRead) return undefined;
  const { graph, step, writers } = scope;
  const map = mapsOf(graph, step).find(({ as }) => as === key);
  if (map !== undefined) {
    const message = `The expression uses ${quote(key)}, the item of map ${quote(map.name)}: items stay in S3, and the state machine sees nothing of them. A step inside should read it and write what decides.`;
    return { code: 'not-a-scalar', message, range };
  }
  if (!writers.has(key)) {
    const message = `The expression uses ${quote(key)}, which no step writes.${hintFor(scope, operand)}`;
    return { code: 'unknown-read', message, range };
  }
  if (outputOf(writers.get(key))?.sensitive) {
    const message = `The expression uses ${quote(key)}, which is sensitive: nothing of it may reach the state machine. The step that writes it should hand over what decides in an output of its own.`;
    return { code: 'sensitive-condition', message, range };
  }
  const { content } = outputOf(writers.get(key)) ?? {};
  if (content !== undefined && (operand.measure !== 'exists' || operand.path.length > 0)) {
    const message = `The expression looks into ${quote(key)}, which is a file (${content}), not JSON. All that can be asked of it is "$exists(${inBackticks(key)})".`;
    return { code: 'content-condition', message, range };
  }
  const before = graph.keys.get(step);
  if (before?.certain.has(key) || (isSure && before?.possible.has(key))) return undefined;
  const use = {
    subject: `The expression of step ${quote(graph.steps[step]?.name)} uses`,
    key,
    step,
    instead: `"$exists" should ask first, as in $exists(${inBackticks(key)}) and ….`,
  };
  const message = missingWrite(graph, use);
  return message === undefined ? undefined : { code: 'read-before-write', message, range };
}

/** Whether what looks like a key is the rest of one without its backticks, as `output` in `step-output`: its beginning is what is reported. */
export function isRestOfKey({ source, writers }: ExpressionScope, { key, keyRange }: OperandTree): boolean {
  if (key === inputRead || writers.has(key)) return false;
  const [start, end] = keyRange;
  return [...writers.keys()].some((other) => {
    const from = source.lastIndexOf(other, start);
    return from >= 0 && from < start && from + other.length >= end;
  });
}

/** A key as an expression names it. */
export function inBackticks(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `\`${key}\``;
}

function hintFor(
  { source, graph, writers, workflow }: ExpressionScope,
  { key, keyRange }: OperandTree,
): string {
  const [start] = keyRange;
  const meant = [...writers.keys()].find((other) => other !== key && source.startsWith(other, start));
  if (meant !== undefined)
    return ` A key with other marks than "_" stands in backticks: ${inBackticks(meant)}.`;
  if (key === uploadRead && workflow.s3Triggers.length > 0)
    return ' What is known of the upload is "input.upload".';
  if (key === errorRead) return ' Errors are told apart by the rules of "catch".';
  const step = graph.steps.find(({ name }) => name === key);
  const output = outputOf(step);
  return output === undefined
    ? didYouMean(key, [inputRead, ...writers.keys()])
    : ` Did you mean ${inBackticks(output.key)}, the output of that step?`;
}
