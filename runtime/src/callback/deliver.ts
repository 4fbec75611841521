import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import type { StepAnswer } from '../contract/event.js';
import { inputRead } from '../contract/keys.js';
import type { SignalGroup } from '../signals/read-signals.js';
import type { StoredOutput } from '../store/store-output.js';
import type { RecordedAnswer } from './callback-record.js';
import type { OpenCallback } from './open-callback.js';

/** Whether Step Functions still waited. `unclear`: it waits no longer, but a request before went without an answer. */
export type Delivery = 'taken' | 'closed' | 'unclear';

/** Lets the execution go on with an output that is stored, or with none. */
export function deliverSuccess(callback: OpenCallback, stored?: StoredOutput): Promise<Delivery> {
  const { record, sfn } = callback;
  const groups: Record<string, SignalGroup> = {
    ...(record.inputSignals ? { [inputRead]: record.inputSignals } : {}),
    ...(stored?.signals ? { [stored.part.key]: stored.signals } : {}),
  };
  const answer: StepAnswer = Object.keys(groups).length > 0 ? { signals: groups } : {};
  const command = new SendTaskSuccessCommand({ taskToken: record.token, output: JSON.stringify(answer) });
  return delivered(sfn.send(command));
}

/** Gives Step Functions an answer that carries no output. */
export function deliverRecorded(callback: OpenCallback, answer: RecordedAnswer): Promise<Delivery> {
  if (answer.kind !== 'failure') return deliverSuccess(callback);
  const { error, cause } = answer;
  const command = new SendTaskFailureCommand({ taskToken: callback.record.token, error, cause });
  return delivered(callback.sfn.send(command));
}

/** Asks whether Step Functions still waits, which is a sign of life as well. */
export function deliverHeartbeat({ sfn, record }: OpenCallback): Promise<Delivery> {
  return delivered(sfn.send(new SendTaskHeartbeatCommand({ taskToken: record.token })));
}

/** A task that is over and one that never was are the same to whoever answers it. */
const closedNames = new Set(['TaskTimedOut', 'TaskDoesNotExist']);

async function delivered(request: Promise<unknown>): Promise<Delivery> {
  try {
    await request;
    return 'taken';
  } catch (error) {
    if (!(error instanceof Error) || !closedNames.has(error.name)) throw error;
    const { attempts = 1 } = (error as { $metadata?: { attempts?: number } }).$metadata ?? {};
    return attempts > 1 ? 'unclear' : 'closed';
  }
}
