import type { OutputDefinition } from '../contract/definition.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { VisitSupersededError } from '../errors/document.js';
import { OutputValidationError } from '../errors/validation.js';
import { parseJson } from '../json/json-object.js';
import { type JsonText, toJsonText } from '../json/json-text.js';
import type { CollectedList } from '../lists/collected-list.js';
import { ownObjectKey } from '../lists/iteration.js';
import { checkOwner } from '../load/ownership.js';
import { problemsOf } from '../load/validate.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { readSignals, type SignalGroup } from '../signals/read-signals.js';
import type { VisitScope } from '../step/visit.js';
import { getObject, type StoredObject } from './object-store.js';
import { provenanceOf } from './provenance.js';
import { writeOnce } from './write-once.js';

/** An output as it lies in S3, and the scalars of it that the state machine needs. */
export interface StoredOutput {
  readonly part: DocumentPart;
  /** How many bytes of the object stand before its text. Default: 0. */
  readonly offset?: number;
  /** Absent where none are declared. */
  readonly signals?: SignalGroup;
  /** Whether it was there already. */
  readonly adopted: boolean;
}

/** What lies under an output's key: nothing, what counts for this visit, or what an earlier visit of a loop left to be replaced. */
export type FoundOutput<Earlier = StoredObject> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'own'; readonly output: StoredOutput }
  | { readonly kind: 'earlier'; readonly object: Earlier };

/**
 * How a step finds what it stored, and stores its result.
 *
 * @typeParam Earlier What is known of an earlier visit's output, which is to be replaced.
 */
export interface OutputStore<Earlier = unknown> {
  find(scope: VisitScope, output: OutputDefinition): Promise<FoundOutput<Earlier>>;
  store(
    scope: VisitScope,
    output: OutputDefinition,
    result: unknown,
    earlier: Earlier | undefined,
  ): Promise<StoredOutput>;
}

/** The store of outputs that are JSON. */
export const jsonOutputs: OutputStore<StoredObject> = {
  find: findOutput,
  store: (scope, output, result, earlier) =>
    storeOutput(scope, output, checkResult(scope.step, output, result), earlier),
};

/** A result that may be stored. */
export interface CheckedResult extends JsonText {
  readonly signals?: SignalGroup;
}

/**
 * Looks for what this visit stored before; where the step is on no loop, what its execution did.
 *
 * @throws DocumentOwnedError where another execution stored it; VisitSupersededError where a later visit did.
 */
export async function findOutput(scope: VisitScope, output: OutputDefinition): Promise<FoundOutput> {
  const object = await getObject(scope.bucket, ownObjectKey(scope, output));
  if (object === undefined) return { kind: 'nothing' };
  return judge(scope, output, object);
}

/**
 * Checks a result before anything of it is stored.
 *
 * @throws NotJsonError, OutputValidationError, SignalTypeError, SignalTooLargeError
 */
export function checkResult(step: string, output: OutputDefinition, result: unknown): CheckedResult {
  const text = toJsonText(result, `${step}: the result`);
  const problems = output.schema ? problemsOf(output.schema, text.value) : [];
  if (problems.length > 0) throw new OutputValidationError(step, output.key, problems);
  return { ...text, ...signalsOf(step, output, () => text.value) };
}

/**
 * Stores a result: once for each visit, whatever happens. What the same visit stored before stays, and is what counts.
 *
 * @param earlier What the visit found when it began: it is replaced, unless somebody else has done so since.
 * @throws DocumentOwnedError: another execution's output is there. VisitSupersededError: a later visit's is.
 * StoreUnavailableError: a retry finds out whether the write arrived after all.
 */
export async function storeOutput(
  scope: VisitScope,
  output: OutputDefinition,
  { signals, ...text }: CheckedResult,
  earlier?: StoredObject,
): Promise<StoredOutput> {
  const bytes = distinctFrom(earlier, text.bytes);
  const creation = await writeOnce(scope.bucket, {
    key: ownObjectKey(scope, output),
    bytes,
    metadata: {
      ...provenanceOf(scope, output),
      [metadataNames.sha256]: sha256(bytes),
      ...(output.collected ? { [metadataNames.collected]: String((text.value as CollectedList).count) } : {}),
    },
    condition: earlier ? { ifMatch: earlier.eTag } : { ifNoneMatch: '*' },
  });
  if (creation.kind === 'created') {
    return { part: { key: output.key, bytes }, adopted: false, ...(signals ? { signals } : {}) };
  }
  const found = judge(scope, output, creation.object);
  if (found.kind === 'own') return found.output;
  // What an earlier visit wrote arrived only now.
  return storeOutput(scope, output, { ...text, ...(signals ? { signals } : {}) }, creation.object);
}

/** Whether the same result was stored, but for the space that tells it from an earlier visit's. */
export function holdsResult({ part }: StoredOutput, { bytes }: CheckedResult): boolean {
  const stored = Buffer.from(part.bytes);
  return stored.equals(bytes) || stored.equals(withSpace(bytes));
}

function judge(
  scope: VisitScope,
  output: OutputDefinition,
  object: StoredObject,
): Exclude<FoundOutput, { kind: 'nothing' }> {
  if (isOfEarlierVisit(scope, output, object)) return { kind: 'earlier', object };
  const read = () => parseJson(object.bytes, { bucket: scope.bucket.name, key: object.key });
  const part = { key: output.key, bytes: object.bytes };
  const signals = signalsOf(scope.step, output, read);
  return { kind: 'own', output: { part, offset: object.offset, adopted: true, ...signals } };
}

/**
 * Whether an object under an output's key was left by an earlier visit, to be replaced; else it is this visit's own.
 *
 * @throws DocumentOwnedError where another execution stored it; VisitSupersededError where a later visit did.
 */
export function isOfEarlierVisit(
  scope: VisitScope,
  { onLoop }: OutputDefinition,
  object: Pick<StoredObject, 'key' | 'metadata'>,
): boolean {
  checkOwner(scope, object);
  const entered = object.metadata[metadataNames.entered] ?? '';
  if (!onLoop || entered === scope.event.entered) return false;
  if (entered < scope.event.entered) return true;
  throw new VisitSupersededError({ bucket: scope.bucket.name, key: object.key });
}

function signalsOf(
  step: string,
  { key, signals, collected }: OutputDefinition,
  read: () => unknown,
): { signals?: SignalGroup } {
  if (!signals?.length) return {};
  const value = read();
  return { signals: readSignals({ step, key }, signals, collected ? asList(value) : value) };
}

/** A list as long as the one that was collected, since nothing more is asked of it. */
function asList(collected: unknown): unknown {
  return Array.from({ length: (collected as CollectedList).count });
}

/**
 * An ETag is a digest of the bytes: where a visit stores what the visit before it stored, it must come out another, or a late
 * twin of this very write would still meet its condition.
 */
function distinctFrom(earlier: StoredObject | undefined, bytes: Uint8Array): Uint8Array {
  return earlier && Buffer.from(earlier.bytes).equals(bytes) ? withSpace(bytes) : bytes;
}

function withSpace(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(' ')]);
}
