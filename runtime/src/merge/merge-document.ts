import type { OutputReference } from '../contract/output-reference.js';
import { jsonMembers } from './json-members.js';

/** One property of a document: its name and the JSON text of its value. */
export interface DocumentPart {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Whether it refers to what lies elsewhere already. Default: false. */
  readonly isReference?: boolean;
}

/** What stands in a document instead of an output that would make it too long. */
export interface Reference extends OutputReference {
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/**
 * The document: the input's properties as they stand, then each part. The texts are joined, not read and written anew, so every
 * number and every escape stays as its author wrote it, and the work grows with the bytes alone.
 *
 * @param input The text of a JSON object that has none of the parts' keys.
 */
export function mergeDocument(input: Uint8Array, parts: readonly DocumentPart[]): Uint8Array {
  if (parts.length === 0) return input;
  const brace = input.lastIndexOf(0x7d);
  const head = input.subarray(0, brace);
  const pieces: Uint8Array[] = [head];
  let separator = isEmptyObject(head) ? '' : ',';
  for (const part of parts) {
    pieces.push(Buffer.from(`${separator}${JSON.stringify(part.key)}:`), part.bytes);
    separator = ',';
  }
  pieces.push(Buffer.from('}'));
  return Buffer.concat(pieces);
}

/** A document without some of its properties; the rest stays byte for byte. */
export function withoutKeys(document: Uint8Array, keys: ReadonlySet<string>): Uint8Array {
  const members = jsonMembers(document);
  if (!members.some((member) => keys.has(member.name))) return document;
  const kept = members
    .filter((member) => !keys.has(member.name))
    .map((member) => ({ key: member.name, bytes: document.subarray(member.valueStart, member.end) }));
  return mergeDocument(Buffer.from('{}'), kept);
}

/**
 * Puts references in the place of the largest parts until the document is short enough, or nothing is left to replace.
 *
 * @param maxBytes Of the whole document.
 */
export function fitParts(
  input: Uint8Array,
  parts: readonly DocumentPart[],
  maxBytes: number,
  referTo: (part: DocumentPart) => Reference,
): readonly DocumentPart[] {
  let length = mergedLength(input, parts);
  const fitted = new Map(parts.map((part) => [part.key, part]));
  for (const part of parts.toSorted((one, other) => other.bytes.length - one.bytes.length)) {
    if (length <= maxBytes) break;
    if (part.isReference) continue;
    const reference = Buffer.from(JSON.stringify(referTo(part)));
    if (reference.length >= part.bytes.length) break;
    fitted.set(part.key, { key: part.key, bytes: reference });
    length += reference.length - part.bytes.length;
  }
  return [...fitted.values()];
}

function mergedLength(input: Uint8Array, parts: readonly DocumentPart[]): number {
  const commas = isEmptyObject(input.subarray(0, input.lastIndexOf(0x7d))) ? parts.length - 1 : parts.length;
  // Each part brings its name in quotes and a colon.
  return parts.reduce((sum, part) => sum + part.key.length + 3 + part.bytes.length, input.length + commas);
}

function isEmptyObject(head: Uint8Array): boolean {
  // Behind the opening brace the first byte that is not white space begins a property.
  return !head.some((byte) => byte > 0x20 && byte !== 0x7b);
}
