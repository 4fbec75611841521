import type { AslMachine, AslState } from '../definition/asl.js';
import type { Diagnostics } from './diagnostic.js';
import { type PlacedScope, scopesOf } from './scopes.js';

/** Checks that every way leads somewhere: targets that exist, states that are reached, an end, names that are used once. */
export function checkFlow(definition: AslMachine, diagnostics: Diagnostics): void {
  const seen = new Set<string>();
  for (const placed of scopesOf(definition)) {
    checkTargets(placed, diagnostics);
    checkReachable(placed, diagnostics);
    for (const name of Object.keys(placed.scope.States)) {
      if (seen.has(name)) {
        diagnostics.add(
          'DUPLICATE_STATE_NAME',
          `Duplicate State name: ${name}`,
          `${placed.location}/States/${name}`,
        );
      }
      seen.add(name);
    }
  }
}

interface Target {
  readonly name: string;
  readonly field: string;
}

function checkTargets({ scope, location }: PlacedScope, diagnostics: Diagnostics): void {
  const check = (target: Target): void => {
    if (!Object.hasOwn(scope.States, target.name)) {
      diagnostics.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target.name}`, target.field);
    }
  };
  check({ name: scope.StartAt, field: `${location}/StartAt` });
  for (const [name, state] of Object.entries(scope.States)) {
    for (const target of targetsOf(state)) {
      check({ name: target.name, field: `${location}/States/${name}/${target.field}` });
    }
  }
}

function checkReachable({ scope, location }: PlacedScope, diagnostics: Diagnostics): void {
  const reached = new Set<string>();
  const waiting = [scope.StartAt];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = Object.hasOwn(scope.States, name) ? scope.States[name] : undefined;
    if (state !== undefined && !reached.has(name)) {
      reached.add(name);
      waiting.push(...targetsOf(state).map((target) => target.name));
    }
  }
  for (const name of Object.keys(scope.States)) {
    if (!reached.has(name)) {
      const message = `State "${name}" is not reachable.`;
      diagnostics.add('MISSING_TRANSITION_TARGET', message, `${location}/States/${name}`);
    }
  }
  if (![...reached].some((name) => isTerminal(scope.States[name]))) {
    diagnostics.add('MISSING_END_STATE', 'No terminal state is reachable.', `${location}/States`);
  }
}

function targetsOf(state: AslState): Target[] {
  const targets: { name: string | undefined; field: string }[] = [
    { name: state.Next, field: 'Next' },
    { name: state.Default, field: 'Default' },
    ...(state.Choices ?? []).map(({ Next }, index) => ({ name: Next, field: `Choices[${index}]/Next` })),
    ...(state.Catch ?? []).map(({ Next }, index) => ({ name: Next, field: `Catch[${index}]/Next` })),
  ];
  return targets.filter((target): target is Target => target.name !== undefined);
}

function isTerminal(state: AslState | undefined): boolean {
  return state?.End === true || state?.Type === 'Succeed' || state?.Type === 'Fail';
}
