import { type Diagnostic, errorAt, type Pointer, type StageResult } from '../diagnostic.js';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
} from '../libraries/yaml.js';
import { quote } from '../quote.js';
import type { AliasTargets } from './alias-targets.js';
import { keyText, textOf } from './range-of.js';
import type { TextRange } from './source.js';

const deepest = 100;
const mostThroughAliases = 10_000;

/**
 * The document as plain objects, arrays and scalars. Aliases are written out, within limits: a file of a few lines may
 * stand for billions of values. A key that comes twice counts once, the first time.
 */
export function toPlainValue(document: Document.Parsed, targets: AliasTargets): StageResult<unknown> {
  const diagnostics: Diagnostic[] = [];
  let throughAliases = 0;
  let stopped = false;

  const stop = (code: 'yaml-limit' | 'yaml-syntax', node: Node | null, message: string): void => {
    if (!stopped) diagnostics.push({ ...errorAt(code, [], message), range: textOf(node) ?? [0, 0] });
    stopped = true;
  };

  const convert = (node: Node | null, at: Pointer, opened: readonly Alias[]): unknown => {
    if (stopped) return null;
    if (at.length > deepest)
      return stop('yaml-limit', node, `This is nested more than ${deepest} levels deep, which is the limit.`);
    if (opened.length > 0) throughAliases += 1;
    if (throughAliases > mostThroughAliases) {
      return stop(
        'yaml-limit',
        opened[0] ?? node,
        `The aliases of this file stand for more than ${mostThroughAliases} values, which is the limit.`,
      );
    }
    if (isAlias(node)) {
      const target = targets.get(node);
      if (target === undefined) {
        return stop('yaml-syntax', node, `The alias ${quote(node.source)} names no anchor above it.`);
      }
      if (opened.some((alias) => targets.get(alias) === target))
        return stop('yaml-limit', node, `The alias ${quote(node.source)} contains itself.`);
      return convert(target, at, [...opened, node]);
    }
    if (isMap(node)) return convertMap(node.items, at, opened);
    if (isSeq(node)) return node.items.map((item, index) => convert(item as Node, [...at, index], opened));
    return isScalar(node) ? node.value : null;
  };

  const convertMap = (pairs: readonly Pair[], at: Pointer, opened: readonly Alias[]): object => {
    const object: Record<string, unknown> = {};
    for (const pair of pairs) {
      const key = keyText(pair.key);
      const range = textOf(pair.key as Node | null);
      const wrong = wrongKey(object, key, at, range);
      if (wrong !== undefined) diagnostics.push(wrong);
      else if (key !== undefined) object[key] = convert(pair.value as Node | null, [...at, key], opened);
    }
    return object;
  };

  const value = convert(document.contents, [], []);
  return stopped ? { diagnostics } : { value, diagnostics };
}

function wrongKey(
  object: object,
  key: string | undefined,
  at: Pointer,
  range: TextRange | undefined,
): Diagnostic | undefined {
  const place = range === undefined ? {} : { range };
  if (key === undefined) {
    return { ...errorAt('wrong-type', at, 'A key is a map or a list. It should be a name.'), ...place };
  }
  if (key === '__proto__') {
    return {
      ...errorAt(
        'unsafe-name',
        at,
        'The key "__proto__" has a meaning of its own in JavaScript. Choose another name.',
      ),
      ...place,
    };
  }
  if (Object.hasOwn(object, key)) {
    return {
      ...errorAt(
        'duplicate-key',
        at,
        `The key ${quote(key)} stands here a second time. A map has each key once.`,
      ),
      ...place,
    };
  }
  return undefined;
}
