import { invalidToken } from '../errors.js';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page goes on; undefined on the last. */
  readonly nextToken: string | undefined;
}

/** What part of a list is asked for. */
export interface PageRequest<T> {
  readonly maxResults: number;
  readonly nextToken: string | undefined;
  /** A number that tells the items apart; it grows, or shrinks, along the list, so that a page stands firm when items are added. */
  readonly keyOf: (item: T) => number;
}

/** Cuts a page out of a list. Throws `InvalidToken` for a token that is none of this service's. */
export function pageOf<T>(items: readonly T[], request: PageRequest<T>): Page<T> {
  const first = request.nextToken === undefined ? 0 : positionAfter(items, request.nextToken, request.keyOf);
  const page = items.slice(first, first + request.maxResults);
  const last = page.at(-1);
  const more = first + page.length < items.length && last !== undefined;
  return { items: page, nextToken: more ? encodeToken(request.keyOf(last)) : undefined };
}

function positionAfter<T>(items: readonly T[], token: string, keyOf: (item: T) => number): number {
  const key = decodeToken(token);
  const index = items.findIndex((item) => keyOf(item) === key);
  if (index < 0) {
    throw invalidToken();
  }
  return index + 1;
}

function encodeToken(key: number): string {
  return Buffer.from(`page:${key}`).toString('base64url');
}

function decodeToken(token: string): number {
  const match = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) {
    throw invalidToken();
  }
  return Number(match[1]);
}
