import type { S3Client } from '@aws-sdk/client-s3';
import type { AwaitedChild, CaughtError, StepEvent } from '../contract/event.js';
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
  readonly event: Pick<StepEvent, 'processData' | 'execution' | 'entered'>;
  readonly bucket: Bucket;
}

/** One attempt of a step at one visit. */
export interface Visit extends VisitScope {
  readonly event: StepEvent;
  readonly logger: StepLogger;
  readonly deadline: Deadline;
  /** Whether an earlier attempt may have stored something. */
  readonly repeated: boolean;
}

/**
 * Opens a visit from the payload of the function.
 *
 * @throws InvalidStepEventError, InvalidTransactionIdError, ConfigurationError
 */
export function openVisit(
  { workflow, step }: StepName,
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
  });
  const repeated = event.retry > 0 || event.redrive > 0;
  const bucket = { ...bucketOfEnvironment(s3), signal: deadline.storage };
  return { workflow, step, event, bucket, logger, deadline, repeated };
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
