import {
  evaluate,
  hasHopeless,
  literalsIn,
  looksOf,
  Misuse,
  type Node,
  referencesIn,
  type Situation,
  treeOf,
  truth,
} from './judge-expression.js';
import { UnknownProperty, viewsOf } from './look.js';
import { typeOf } from './samples.js';
import { outputOf, type StepSpec } from './spec.js';
import { beforeStep, isSensitive, type Shapes, type WorkflowFacts } from './workflow-facts.js';

/** Where an expression stands. */
export interface Place {
  readonly facts: WorkflowFacts;
  readonly shapes: Shapes;
}

/** What is wrong with the conditions of a choice, or with how long a wait takes, in some situation that an execution can be in. */
export function wrongExpression(name: string, step: StepSpec, place: Place): string | undefined {
  const { choice = [], wait } = step;
  const time = typeof wait === 'object' ? (wait.seconds ?? wait.until) : undefined;
  const isUntil = typeof wait === 'object' && wait.until !== undefined;
  const sources = choice.map(({ when }) => when ?? '');
  if (typeof time === 'string' && !/^[0-9+-]/.test(time)) sources.push(time);
  if (sources.length === 0) return undefined;
  const trees = sources.map(treeOf);
  try {
    const compared: Situation['compared'] = new Map();
    for (const values of situationsOf(name, trees, place)) {
      if (choice.length > 0) trees.some((tree) => truth(tree, { values, compared }));
      else expectTime(evaluate(trees[0] as Node, { values, compared }), isUntil);
    }
    return hasHopeless({ compared }) ? `${name} compares what is never equal` : undefined;
  } catch (error) {
    if (error instanceof Misuse || error instanceof UnknownProperty) return `${name} meets ${error.message}`;
    throw error;
  }
}

function expectTime(value: unknown, isUntil: boolean): void {
  if (typeOf(value) !== (isUntil ? 'string' : 'integer')) throw new Misuse(`${String(value)} is no time`);
}

/** What the keys that expressions name can hold when a step begins. */
function situationsOf(
  step: string,
  trees: readonly Node[],
  { facts, shapes }: Place,
): ReadonlyMap<string, unknown>[] {
  const looks = looksOf(trees.flatMap(referencesIn));
  const literals = trees.flatMap(literalsIn);
  const { certain, possible } = beforeStep(facts, step);
  let situations: ReadonlyMap<string, unknown>[] = [new Map()];
  for (const [key, inner] of looks) {
    if (key !== 'input' && !possible.includes(key)) throw new Misuse(`${key}, which is never there`);
    if (isSensitive(facts, key)) throw new Misuse(`${key}, which is sensitive`);
    const writer = facts.writers.get(key)?.step;
    if (inner.size > 0 && writer && outputOf(writer).content !== undefined) throw new Misuse('a file');
    const known = key === 'input' ? shapes.ofInput(facts) : shapes.ofOutput(facts, writer ?? {});
    const views = viewsOf(known, inner, literals);
    situations = situations.flatMap((situation) => [
      ...views.map((view) => new Map([...situation, [key, view]])),
      ...(key === 'input' || certain.includes(key) ? [] : [situation]),
    ]);
  }
  return situations;
}
