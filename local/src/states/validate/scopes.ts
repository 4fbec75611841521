import type { AslScope, AslState } from '../definition/asl.js';

/** A scope of a definition, with its place. */
export interface PlacedScope {
  readonly scope: AslScope;
  readonly location: string;
  /** The scope whose variables are seen inside; undefined for the machine's own, and for a distributed Map's. */
  readonly outer: PlacedScope | undefined;
}

/** Every scope of a definition, outer ones first. */
export function scopesOf(scope: AslScope, location = '', outer?: PlacedScope): PlacedScope[] {
  const placed = { scope, location, outer };
  const inner = Object.entries(scope.States).flatMap(([name, state]) =>
    innerScopes(state).flatMap(([field, branch]) =>
      scopesOf(branch, `${location}/States/${name}/${field}`, isDistributed(state) ? undefined : placed),
    ),
  );
  return [placed, ...inner];
}

function innerScopes(state: AslState): (readonly [string, AslScope])[] {
  const branches = (state.Branches ?? []).map((branch, index) => [`Branches[${index}]`, branch] as const);
  return state.ItemProcessor === undefined ? branches : [...branches, ['ItemProcessor', state.ItemProcessor]];
}

/** Source: AWS, "Passing data between states with variables": a distributed Map's states see none of those around it. */
function isDistributed(state: AslState): boolean {
  return state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED';
}
