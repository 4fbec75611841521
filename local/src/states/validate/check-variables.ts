import type { AslMachine, AslScope, AslState } from '../definition/asl.js';
import type { Diagnostics } from './diagnostic.js';
import { type PlacedScope, scopesOf } from './scopes.js';

/**
 * Checks that no inner scope assigns a variable of an outer one.
 * Source: AWS, "Passing data between states with variables", section on scopes.
 */
export function checkVariables(definition: AslMachine, diagnostics: Diagnostics): void {
  for (const placed of scopesOf(definition)) {
    const outer = outerVariables(placed);
    for (const { name, location } of assignmentsOf(placed.scope)) {
      if (outer.has(name)) {
        diagnostics.add(
          'SCHEMA_VALIDATION_FAILED',
          `The variable "${name}" belongs to an outer scope; an inner one can read it, not assign it`,
          `${placed.location}/${location}`,
        );
      }
    }
  }
}

function outerVariables(placed: PlacedScope): Set<string> {
  const names = new Set<string>();
  for (let scope = placed.outer; scope !== undefined; scope = scope.outer) {
    for (const { name } of assignmentsOf(scope.scope)) {
      names.add(name);
    }
  }
  return names;
}

interface Assignment {
  readonly name: string;
  readonly location: string;
}

function assignmentsOf(scope: AslScope): Assignment[] {
  return Object.entries(scope.States).flatMap(([state, value]) =>
    assigns(value).flatMap(([field, names]) =>
      names.map((name) => ({ name, location: `States/${state}/${field}/${name}` })),
    ),
  );
}

function assigns(state: AslState): (readonly [string, readonly string[]])[] {
  const keys = (assign: object | undefined): readonly string[] => Object.keys(assign ?? {});
  return [
    ['Assign', keys(state.Assign)],
    ...(state.Choices ?? []).map((rule, index) => [`Choices[${index}]/Assign`, keys(rule.Assign)] as const),
    ...(state.Catch ?? []).map((catcher, index) => [`Catch[${index}]/Assign`, keys(catcher.Assign)] as const),
  ];
}
