import type { OutputDefinition, SignalDefinition } from '../contract/definition.js';
import { callbackObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { VisitSupersededError } from '../errors/document.js';
import { parseJsonObject } from '../json/json-object.js';
import { checkOwner } from '../load/ownership.js';
import type { SignalGroup } from '../signals/read-signals.js';
import type { Visit, VisitScope } from '../step/visit.js';
import type { StoredObject } from '../store/object-store.js';
import { provenanceOf } from '../store/provenance.js';
import { createObject, writeOnce } from '../store/write-once.js';

/** What a callback step leaves in S3 for whoever answers it. */
export interface CallbackRecord {
  /** The token of Step Functions. */
  readonly token: string;
  /** The visit that waits. */
  readonly entered: string;
  /** Which attempt of the visit: each has a token of its own. */
  readonly redrive: number;
  readonly retry: number;
  /** How the answer is stored; absent where it carries nothing. */
  readonly output?: Pick<OutputDefinition, 'key' | 'onLoop' | 'map' | 'lists'> & {
    readonly signals?: readonly SignalDefinition[];
  };
  /** Scalars of the input that go with the answer, since the function's own answer reaches nobody. */
  readonly inputSignals?: SignalGroup;
  /** What came of it, where the output alone does not tell. */
  readonly answer?: RecordedAnswer;
}

/** An answer as a record notes it. */
export type RecordedAnswer = (
  | { readonly kind: 'success' }
  /** The output of this visit, which lies under its own key. */
  | { readonly kind: 'stored' }
  | { readonly kind: 'failure'; readonly error: string; readonly cause?: string }
) & {
  /** Another than who gave the answer hands it over, too: who gave it may find the step closed, and has answered none the less. */
  readonly handedOver?: true;
};

/**
 * Stores the token of this attempt before anybody is asked. The one of an earlier attempt or visit is replaced; of two attempts
 * at work at once, the later counts.
 *
 * @throws DocumentOwnedError, VisitSupersededError, StoreUnavailableError
 */
export async function storeRecord(visit: Visit, record: CallbackRecord): Promise<void> {
  const write = writeOf(visit, record);
  let creation = await createObject(visit.bucket, write);
  while (creation.kind === 'found') {
    const { object } = creation;
    checkOwner(visit, object);
    const found = readRecord(visit, object);
    if (found.token === record.token) return;
    if (orderOf(found) > orderOf(record)) {
      throw new VisitSupersededError({ bucket: visit.bucket.name, key: write.key });
    }
    creation = await writeOnce(visit.bucket, { ...write, condition: { ifMatch: object.eTag } });
  }
}

/** Notes an answer in a record that still is what was read; false where somebody changed it since. */
export async function noteAnswer(
  {
    scope,
    record,
    eTag,
  }: { readonly scope: VisitScope; readonly record: CallbackRecord; readonly eTag: string },
  answer: RecordedAnswer,
): Promise<boolean> {
  const write = { ...writeOf(scope, { ...record, answer }), condition: { ifMatch: eTag } };
  const creation = await writeOnce(scope.bucket, write);
  if (creation.kind === 'created') return true;
  const found = readRecord(scope, creation.object);
  return found.token === record.token && sameAnswer(found.answer, answer);
}

/** Whether two answers say the same. */
export function sameAnswer(one: RecordedAnswer | undefined, other: RecordedAnswer): boolean {
  if (one?.kind !== 'failure' || other.kind !== 'failure') return one?.kind === other.kind;
  return one.error === other.error && one.cause === other.cause;
}

/** Reads what `storeRecord` wrote. */
export function readRecord({ bucket }: Pick<VisitScope, 'bucket'>, object: StoredObject): CallbackRecord {
  // Nobody but the runtime writes below callback/.
  return parseJsonObject(object.bytes, { bucket: bucket.name, key: object.key }) as unknown as CallbackRecord;
}

function writeOf(scope: VisitScope, record: CallbackRecord) {
  const { workflow, step, event } = scope;
  const bytes = Buffer.from(JSON.stringify(record));
  return {
    key: callbackObjectKey(workflow, event.processData, { step, iteration: event.iteration }),
    bytes,
    metadata: { ...provenanceOf(scope), [metadataNames.sha256]: sha256(bytes) },
  };
}

/** Sorts as the attempts follow each other. */
function orderOf({ entered, redrive, retry }: CallbackRecord): string {
  return [entered, ...[redrive, retry].map((count) => String(count).padStart(9, '0'))].join(' ');
}
