import { type Alias, type Document, isAlias, type Node, visit } from '../libraries/yaml.js';

/** The node that each alias of a document stands for; one that names no earlier anchor is missing. */
export type AliasTargets = ReadonlyMap<Alias, Node>;

/** Finds all targets in one walk; asking each alias by itself walks the document once for each. */
export function aliasTargets(document: Document.Parsed, text: string): AliasTargets {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  // A file without anchors, which most are, need not be walked.
  if (!text.includes('&')) return targets;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return targets;
}
