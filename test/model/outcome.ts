import { Random } from './random.js';
import { words } from './random-workflow.js';
import { names, type PlacedStep } from './spec.js';

/** What happens to one attempt at a step: its value, or its error. */
export type Outcome = { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string };

/** Which attempt: visits and attempts count from 1. */
export interface Attempt {
  readonly seed: number;
  readonly visit: number;
  readonly attempt: number;
  /** As a run has it. */
  readonly iteration: string;
}

/** What the world does: the same for the same attempt, whoever asks. From the fourth visit on everything goes well. */
export function outcomeOf(place: PlacedStep, { seed, visit, attempt, iteration }: Attempt): Outcome {
  const random = new Random(seed, place.name, visit, iteration);
  const error = errorOf(place, visit, random);
  const times = error === 'Busy' ? 1 + random.below(errorLimit(place)) : 1;
  if (error !== undefined && attempt <= times) return { error };
  const { output } = place.step;
  const isContent = typeof output === 'object' && output.content !== undefined;
  return { value: isContent ? { content: randomText(random) } : randomValue(random, visit) };
}

function errorOf(
  { name, step, mayFail, onLoop, maps }: PlacedStep,
  visit: number,
  random: Random,
): string | undefined {
  if (name.startsWith('bomb')) return 'Doom';
  if (name.startsWith('risk') && random.chance(50)) return 'Bad';
  if (step.downstream !== undefined) return undefined;
  // An answer that was stored stays, also where its branch runs again.
  if (step.callback !== undefined && visit > 1 && !onLoop) return undefined;
  const isCaught = (error: string): boolean =>
    (mayFail && random.chance(maps.length > 0 ? 30 : 4)) ||
    (visit <= 2 && isNamed(step.catch, error) && random.chance(50));
  if (step.callback?.timeout !== undefined && isCaught('States.Timeout')) {
    return 'States.Timeout';
  }
  if (isCaught('Bad')) return 'Bad';
  return isNamed(step.retry, 'Busy') && visit <= 3 && random.chance(50) ? 'Busy' : undefined;
}

function isNamed(
  rules: 'none' | readonly { readonly errors: readonly string[] }[] = [],
  error: string,
): boolean {
  return rules !== 'none' && rules.some(({ errors }) => names(errors, error));
}

/** How often a step may be busy: more often than it is retried only where that is caught, or ends the execution. */
function errorLimit({ step, mayFail }: PlacedStep): number {
  const retries = step.retry === 'none' ? 0 : (step.retry?.[0]?.attempts ?? 0);
  return isNamed(step.catch, 'Busy') || mayFail ? retries + 1 : retries;
}

function randomValue(random: Random, visit: number): Readonly<Record<string, unknown>> {
  return {
    n: visit > 3 ? 100 : random.below(10),
    flag: random.chance(50),
    word: random.pick(words),
    ...(random.chance(50) ? { note: 'x'.repeat(random.below(6)) } : {}),
    list: Array.from({ length: random.below(4) }, () => random.below(10)),
  };
}

function randomText(random: Random): string {
  return Array.from({ length: random.below(4) }, () => random.pick(words)).join('\n');
}
