/** The parts of JSONata's syntax tree that are looked at here. */
export interface SyntaxNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

/**
 * What an expression refers to that is not there: it runs without a context item, so that neither a bare name nor `$` has a meaning
 * at its top level, and `$$` has none anywhere; `$states.errorOutput` is there in a catcher only. Step Functions refuses a definition with such an expression.
 */
export function unsupportedReferences(node: SyntaxNode, inCatcher: boolean): string[] {
  const found: string[] = [];
  visit(node, true, found);
  return inCatcher ? found.filter((message) => message !== errorOutputElsewhere) : found;
}

const errorOutputElsewhere = "Reference to '$states.errorOutput' is not supported.";

/** `top` says whether the node is read against the top level's context, or against an item of a path's earlier step. */
function visit(node: SyntaxNode, top: boolean, found: string[]): void {
  switch (node.type) {
    case 'path':
      visitPath(node, top, found);
      return;
    case 'name':
      if (top) {
        found.push(`Reference to '${String(node.value)}' at the top level is not supported.`);
      }
      break;
    case 'variable':
      if (node.value === '$') {
        found.push("Reference to '$$' is not supported.");
      } else if (node.value === '' && top) {
        found.push("Reference to '$' at the top level is not supported.");
      }
      break;
    case 'transform':
    case 'sort':
      visitParts(node, false, found);
      return;
  }
  visitParts(node, top, found);
}

/** Only the first step of a path is read against the context around it; predicates and groupings never are. */
function visitPath(path: SyntaxNode, top: boolean, found: string[]): void {
  const [first, second] = nodesIn(path.steps);
  if (first?.type === 'variable' && first.value === 'states' && second?.value === 'errorOutput') {
    found.push(errorOutputElsewhere);
  }
  for (const [index, step] of nodesIn(path.steps).entries()) {
    visit(step, top && index === 0, found);
  }
  for (const group of nodesIn(path.group)) {
    visit(group, false, found);
  }
}

/** What a step is filtered, sorted or grouped by is read against its own items. */
const itemParts: ReadonlySet<string> = new Set(['stages', 'predicate', 'group', 'terms']);

/** Names of a lambda's parameters, and what the parser keeps for itself. */
const skippedParts: ReadonlySet<string> = new Set(['ancestor', 'seekingParent', 'signature', 'tuple']);

function visitParts(node: SyntaxNode, top: boolean, found: string[]): void {
  for (const [name, part] of Object.entries(node)) {
    const parameters = node.type === 'lambda' && name === 'arguments';
    if (!parameters && !skippedParts.has(name)) {
      for (const inner of nodesIn(part)) {
        visit(inner, top && !itemParts.has(name), found);
      }
    }
  }
}

function nodesIn(part: unknown): SyntaxNode[] {
  if (Array.isArray(part)) {
    return part.flatMap(nodesIn);
  }
  return typeof part === 'object' && part !== null && !(part instanceof RegExp) ? [part as SyntaxNode] : [];
}
