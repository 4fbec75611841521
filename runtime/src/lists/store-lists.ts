import type { ListDefinition } from '../contract/definition.js';
import type { ItemRange } from '../contract/event.js';
import { itemsObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { VisitSupersededError } from '../errors/document.js';
import { checkOwner } from '../load/ownership.js';
import type { VisitScope } from '../step/visit.js';
import { provenanceOf } from '../store/provenance.js';
import { createObject, writeOnce } from '../store/write-once.js';
import { rowsText } from './item-rows.js';
import { ItemScanner } from './item-scanner.js';

/** Which list of which map is told where its items are. */
export interface ListWrite {
  readonly map: string;
  /** Whether the list can be written again, by a later visit. */
  readonly onLoop: boolean;
  /** Of the map in whose iterations the list lies; absent where it lies in none. */
  readonly iteration?: string | undefined;
  /** One for each iteration. */
  readonly ranges: readonly ItemRange[];
}

/** Where the items of a list stand in JSON text. */
export function rangesIn(
  { path, batch }: Pick<ListDefinition, 'path' | 'batch'>,
  text: Uint8Array,
  offset: number,
): ItemScanner {
  const scanner = new ItemScanner(path, batch, offset);
  scanner.push(text);
  return scanner;
}

/**
 * Notes where the items of a list are, for the iterations of a map. What the same visit noted before stays: it is the same.
 *
 * @throws DocumentOwnedError, VisitSupersededError, StoreUnavailableError
 */
export async function storeList(scope: VisitScope, list: ListWrite): Promise<void> {
  const write = writeOf(scope, list);
  let creation = await createObject(scope.bucket, write);
  while (creation.kind === 'found') {
    const { object } = creation;
    checkOwner(scope, object);
    const entered = object.metadata[metadataNames.entered] ?? '';
    if (!list.onLoop || entered === scope.event.entered) return;
    if (entered > scope.event.entered) {
      throw new VisitSupersededError({ bucket: scope.bucket.name, key: object.key });
    }
    creation = await writeOnce(scope.bucket, { ...write, condition: { ifMatch: object.eTag } });
  }
}

function writeOf(scope: VisitScope, { map, iteration, ranges }: ListWrite) {
  const { workflow, event } = scope;
  const bytes = rowsText(ranges);
  return {
    key: itemsObjectKey(workflow, event.processData, { map, iteration }),
    bytes,
    metadata: { ...provenanceOf(scope), [metadataNames.sha256]: sha256(bytes) },
  };
}
