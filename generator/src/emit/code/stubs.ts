import type { Artifact } from '../../artifact.js';
import type { ResolvedRead } from '../../model/flow.js';
import {
  bodyPath,
  generatedPath,
  hasBody,
  type StepWithBody,
  type WorkflowContext,
} from '../emit-context.js';
import { importSpecifier } from '../layout.js';
import { sampleOf } from '../schema/sample.js';
import { typeNames } from './identifiers.js';
import { commentText, literal } from './literal.js';

/** How many reads a stub names one by one. */
const namedReads = 8;

/** The body of each task and callback, as it is before somebody writes it: it compiles, and says what is to be filled in. */
export function emitStubs(context: WorkflowContext): readonly Artifact[] {
  const stubs = context.steps.flatMap((step) =>
    // A body in JavaScript is the user's from the start: the stub is TypeScript.
    hasBody(step) && /\.m?ts$/.test(bodyPath(context, step)) ? [emitStub(context, step)] : [],
  );
  return [...new Map(stubs.map((stub) => [stub.path, stub])).values()];
}

function emitStub(context: WorkflowContext, step: StepWithBody): Artifact {
  const path = bodyPath(context, step);
  const contract = generatedPath(context.layout, `${context.workflow.name}/contract.ts`);
  return {
    root: 'steps',
    path,
    content: context.render('stub', {
      bodyType: typeNames(step.name).body,
      contract: literal(importSpecifier(path, contract)),
      lines: commentLines(context, step),
      message: literal(`Step "${step.name}" of workflow "${context.workflow.name}" is not written yet.`),
    }),
  };
}

function commentLines(context: WorkflowContext, step: StepWithBody): readonly string[] {
  const reads = context.flow.steps.get(step.name)?.reads ?? [];
  const text = [
    step.description ?? `Step ${step.name} of workflow ${context.workflow.name}.`,
    '',
    step.kind === 'callback'
      ? 'To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:'
      : 'To be filled in: an async function of what the step reads, which returns what it writes:',
    '```ts',
    `async (${parameter(reads)}) => ${result(context, step)}`,
    '```',
    '`context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.',
  ].join('\n');
  return commentText(text)
    .split('\n')
    .map((line) => (line === '' ? '' : ` ${line}`));
}

/** The destructured parameter, each read under a name that TypeScript takes. */
function parameter(reads: readonly ResolvedRead[]): string {
  if (reads.length > namedReads) return 'event';
  const names = reads.map(({ key }) =>
    /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : `${literal(key)}: ${variable(key)}`,
  );
  return `{ ${[...names, 'context'].join(', ')} }`;
}

function variable(key: string): string {
  return key
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
}

function result(context: WorkflowContext, step: StepWithBody): string {
  if (step.kind === 'callback' || step.output === undefined) return '{}';
  const { schema, content } = step.output;
  if (content !== undefined) return `createReadStream('a file of the type ${content}')`;
  const sample = JSON.stringify(sampleOf(schema ?? true, context.service.schemas), undefined, 2) ?? '{}';
  return `(${sample})`;
}
