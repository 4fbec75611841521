import type { State } from './types.js';

/**
 * The states of a scope with every way to a step leading to the state that begins it, which need not be the one of the step's
 * name. States inside a state have ways of their own.
 *
 * @param entryOf The state that begins a step; its own name where that is not another.
 */
export function leadToEntries(
  states: readonly (readonly [string, State])[],
  entryOf: (step: string) => string,
): readonly (readonly [string, State])[] {
  return states.map(([name, state]) => {
    // The state that begins a step leads to the one of its name, and not to itself.
    const follow = (next: string): string => (entryOf(next) === name ? next : entryOf(next));
    return [name, redirect(state, follow, entryOf)] as const;
  });
}

function redirect(state: State, follow: (next: string) => string, entryOf: (step: string) => string): State {
  const led = <Way extends { readonly Next: string }>(way: Way): Way => ({ ...way, Next: entryOf(way.Next) });
  return {
    ...state,
    ...('Next' in state && state.Next !== undefined ? { Next: follow(state.Next) } : {}),
    ...(state.Type === 'Choice' ? { Choices: state.Choices.map(led), Default: entryOf(state.Default) } : {}),
    ...('Catch' in state && state.Catch !== undefined ? { Catch: state.Catch.map(led) } : {}),
  } as State;
}
