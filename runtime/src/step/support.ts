import type { ItemDefinition, ReadDefinition, StepDefinition } from '../contract/definition.js';
import type { LoadedItem } from '../lists/load-item.js';
import type { InputDocument } from '../load/input-document.js';
import type { DocumentPart } from '../merge/merge-document.js';
import type { StoredObject } from '../store/object-store.js';
import type { OutputStore, StoredOutput } from '../store/store-output.js';
import type { IterationsUndone } from './undo-iterations.js';
import type { Visit, VisitScope } from './visit.js';

/** What only some functions need; handed to a handler's factory beside the definition, so that no other function carries it. */
export interface StepSupport {
  /** Where a read is a content, or one is published. */
  readonly contentReads?: ContentReads;
  /** Where the output is a content. */
  readonly contentWrites?: OutputStore;
  /** In maps; where a read is a list that a map has collected, or one is published; where the steps of a map are undone. */
  readonly listReads?: ListReads;
  /** Where a map goes over a list in the output, or in the input that the step hands over. */
  readonly listWrites?: ListWrites;
}

/** How contents are read: see `content-reads.ts`. */
export interface ContentReads {
  /** Asks for the head of a content of the visit's execution; `undefined` where it was not written. */
  load(
    visit: Visit,
    read: Pick<ReadDefinition, 'key' | 'map'>,
  ): Promise<{ readonly value: unknown; readonly part: DocumentPart } | undefined>;
  /** Asks for the head of the upload that the input names; `undefined` where it names none, or it is not there. */
  loadUpload(visit: Visit, input: InputDocument): Promise<unknown>;
}

/** How items and collected lists are read: see `list-reads.ts`. */
export interface ListReads {
  loadItem(visit: Visit, key: string, item: ItemDefinition): Promise<LoadedItem>;
  /** The entries of a list, and its whole text; `undefined` is an entry whose iteration has failed. */
  loadCollected(
    visit: Visit,
    object: StoredObject,
  ): Promise<{ readonly entries: readonly (StoredObject | undefined)[]; readonly bytes: Uint8Array }>;
  /** What stands for a list in a document: its text, or a reference. */
  loadPart(visit: Visit, key: string, list: CollectedObject): Promise<DocumentPart>;
  undo(visit: Visit, undone: IterationsUndone, undo: (iteration: Visit) => Promise<unknown>): Promise<void>;
}

/** A list that a map has collected, and the bytes that a whole document may have. */
export interface CollectedObject {
  readonly object: StoredObject;
  readonly maxBytes: number;
}

/** How it is noted for maps where the items of lists are: see `list-writes.ts`. */
export interface ListWrites {
  ofInput(visit: Visit, definition: StepDefinition, input: InputDocument | undefined): Promise<void>;
  ofOutput(
    scope: VisitScope,
    output: StepDefinition['output'],
    stored: Pick<StoredOutput, 'part' | 'offset'>,
  ): Promise<void>;
}

/** @throws TypeError where a handler was made without what its definition needs. */
export function supportFor<Name extends keyof StepSupport>(
  step: string,
  support: Pick<StepSupport, Name>,
  name: Name,
): NonNullable<StepSupport[Name]> {
  const found = support[name];
  if (!found) throw new TypeError(`Step ${step}: its handler needs ${name}.`);
  return found;
}
