import type { S3Client } from '@aws-sdk/client-s3';
import type { AwaitedChild, CaughtError, CollectRequest, StepEvent } from '../contract/event.js';
import { bucketOfEnvironment } from '../environment.js';
import { InvalidStepEventError } from '../errors/validation.js';
import { createLogger, type StepLogger } from '../logger.js';
import { checkTxnId } from '../start/txn-id.js';
import type { Bucket } from '../store/object-store.js';
import type { Deadline } from './deadline.js';

/** Whose work a visit does. */
export interface StepName {
  readonly workflow: string;
  readonly step: string;
}

/** One visit of a step in one execution, and where its data lies: who writes for it is its step, or whoever answers it. */
export interface VisitScope extends StepName {
  readonly event: Pick<StepEvent, 'processData' | 'execution' | 'entered' | 'iteration'>;
  readonly bucket: Bucket;
}

/** One attempt of a step at one visit. */
export interface Visit extends VisitScope {
  readonly event: StepEvent;
  readonly logger: StepLogger;
  readonly deadline: Deadline;
  /** Whether an earlier attempt may have stored something. */
  readonly repeated: boolean;
  /** The maps that the step is in, outermost first. */
  readonly maps: readonly string[];
}

/**
 * Opens a visit from the payload of the function.
 *
 * @throws InvalidStepEventError, InvalidTransactionIdError, ConfigurationError
 */
export function openVisit(
  { workflow, step, maps = [] }: StepName & { readonly maps?: readonly string[] },
  payload: unknown,
  s3: S3Client,
  deadline: Deadline,
): Visit {
  const event = readStepEvent(payload);
  const logger = createLogger({
    txnId: event.processData,
    workflow,
    step,
    execution: event.execution,
    attempt: event.retry + 1,
    ...(event.iteration === undefined ? {} : { iteration: event.iteration }),
  });
  if (maps.length !== depthOf(event)) throw new InvalidStepEventError('iteration');
  const repeated = event.retry > 0 || event.redrive > 0;
  const bucket = { ...bucketOfEnvironment(s3), signal: deadline.storage };
  return { workflow, step, event, bucket, logger, deadline, repeated, maps };
}

function readStepEvent(payload: unknown): StepEvent {
  const fields: Partial<Record<keyof StepEvent, unknown>> =
    typeof payload === 'object' && payload !== null ? payload : {};
  return {
    processData: checkTxnId(fields.processData),
    execution: text('execution', fields.execution),
    state: text('state', fields.state),
    entered: text('entered', fields.entered),
    retry: count('retry', fields.retry),
    redrive: count('redrive', fields.redrive),
    ...(fields.error ? { error: readCaught(fields.error) } : {}),
    ...(fields.taskToken === undefined ? {} : { taskToken: text('taskToken', fields.taskToken) }),
    ...(fields.phase === undefined ? {} : { phase: text('phase', fields.phase) }),
    ...(fields.child === undefined ? {} : { child: readChild(fields.child) }),
    ...(fields.result === undefined ? {} : { result: fields.result }),
    ...(fields.iteration === undefined ? {} : { iteration: readIteration(fields.iteration) }),
    ...(fields.items ? { items: fields.items as NonNullable<StepEvent['items']> } : {}),
    ...(fields.collect === undefined ? {} : { collect: readCollect(fields.collect) }),
  };
}

/** Each part: the number of an iteration, and before it what tells the visits of a loop apart. */
const iterationPattern = /^([0-9TZ.]+-)?[0-9]{8}(\/([0-9TZ.]+-)?[0-9]{8})*$/;

function readIteration(iteration: unknown): string {
  const found = text('iteration', iteration);
  if (!iterationPattern.test(found)) throw new InvalidStepEventError('iteration');
  return found;
}

function depthOf({ iteration }: StepEvent): number {
  return iteration === undefined ? 0 : iteration.split('/').length;
}

function readCollect(collect: unknown): CollectRequest {
  const { items, visit }: Partial<Record<keyof CollectRequest, unknown>> = Object(collect);
  return {
    items: count('collect', items),
    ...(visit === undefined ? {} : { visit: text('collect', visit) }),
  };
}

/** A failure may have been answered without a name or a cause. */
function readCaught(caught: unknown): CaughtError {
  const { name, cause, step }: Partial<Record<keyof CaughtError, unknown>> = Object(caught);
  return {
    name: typeof name === 'string' ? name : '',
    cause: typeof cause === 'string' ? cause : '',
    step: text('error', step),
  };
}

function readChild(child: unknown): AwaitedChild {
  const { processData, ended }: Partial<Record<keyof AwaitedChild, unknown>> = Object(child);
  return { processData: checkTxnId(processData), ended: ended === true };
}

function text(field: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new InvalidStepEventError(field);
  return value;
}

function count(field: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new InvalidStepEventError(field);
  return value;
}
