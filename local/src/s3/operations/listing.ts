import { checksumElement } from '../body/checksums.js';
import { S3Error } from '../errors.js';
import { owner } from '../identifiers.js';
import { quote } from '../object/conditions.js';
import type { S3Request } from '../request.js';
import type { ObjectVersion } from '../store/model.js';
import type { SortedKeys } from '../store/sorted-keys.js';
import { group, text } from '../xml/write-xml.js';

const mostEntries = 1000;

/** What all lists are asked for. */
export interface ListQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Writes a key into the answer, percent-encoded where the caller asked for that. */
  readonly encode: (key: string) => string;
  readonly encodingType: 'url' | undefined;
}

/** Reads the parameters that all lists have. */
export function listQuery(request: S3Request, maximum: string): ListQuery {
  const encodingType = request.query.get('encoding-type');
  if (encodingType !== undefined && encodingType !== '' && encodingType !== 'url') {
    throw invalid('encoding-type', encodingType, 'Invalid Encoding Method specified in Request');
  }
  return {
    prefix: request.query.get('prefix') ?? '',
    delimiter: request.query.get('delimiter') ?? '',
    maxKeys: countOf(request, maximum),
    encode: encodingType === 'url' ? urlEncode : (key) => key,
    encodingType: encodingType === 'url' ? 'url' : undefined,
  };
}

/** Reads how many entries are wanted: at most 1000. */
export function countOf(request: S3Request, parameter: string): number {
  const value = request.query.get(parameter);
  if (value === undefined || value === '') return mostEntries;
  const count = Number(value);
  if (!/^-?\d+$/.test(value) || count > 0x7fffffff) {
    throw invalid(parameter, value, `Provided ${parameter} not an integer or within integer range`);
  }
  if (count < 0)
    throw invalid(parameter, value, `Argument ${parameter} must be an integer between 0 and 2147483647`);
  return Math.min(count, mostEntries);
}

/** One step of a walk over a bucket: a key, or a group of keys that the delimiter rolls up. */
export type Step = { readonly key: string } | { readonly commonPrefix: string };

/**
 * Walks over keys in order, from the key `marker` (exclusive).
 * A marker that is a rolled-up prefix, as the last page ended with it, leaves out that whole group.
 */
export function* walk(keys: SortedKeys, query: ListQuery, marker: string): Generator<Step> {
  const { prefix, delimiter } = query;
  let index = Math.max(keys.indexAfter(marker), keys.indexFrom(prefix));
  for (let key = keys.at(index); key?.startsWith(prefix); key = keys.at(index)) {
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (end < 0) {
      yield { key };
      index += 1;
      continue;
    }
    const commonPrefix = key.slice(0, end + delimiter.length);
    if (commonPrefix !== marker) yield { commonPrefix };
    index = Math.max(keys.indexPast(commonPrefix), index + 1);
  }
}

/** The element of an object in a list. */
export function contentsElement(version: ObjectVersion, query: ListQuery, withOwner: boolean): string {
  return group(
    'Contents',
    text('Key', query.encode(version.key)),
    text('LastModified', isoDate(version.modified)),
    text('ETag', quote(version.etag)),
    ...(version.checksum
      ? [text('ChecksumAlgorithm', version.checksum.algorithm), text('ChecksumType', version.checksum.type)]
      : []),
    text('Size', version.size),
    withOwner ? ownerElement('Owner') : '',
    text('StorageClass', version.storageClass),
  );
}

/** The elements of the prefixes that the delimiter rolled up. */
export function prefixElements(prefixes: readonly string[], query: ListQuery): readonly string[] {
  return prefixes.map((prefix) => group('CommonPrefixes', text('Prefix', query.encode(prefix))));
}

/** The account that owns everything here. */
export function ownerElement(name: 'Owner' | 'Initiator'): string {
  return group(name, text('ID', owner.id), text('DisplayName', owner.name));
}

/** A date as XML has it: S3 keeps whole seconds. */
export function isoDate(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();
}

/** The element of a checksum; nothing where there is none. */
export function checksumXml(checksum: ObjectVersion['checksum']): string {
  return checksum === undefined ? '' : text(checksumElement(checksum.algorithm), checksum.value);
}

function invalid(name: string, value: string, message: string): S3Error {
  return new S3Error('InvalidArgument', { message, fields: { ArgumentName: name, ArgumentValue: value } });
}

/** S3's encoding of keys in lists: that of forms, but for the slash. */
function urlEncode(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}
