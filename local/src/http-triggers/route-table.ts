import type { LocalRoute } from '../service.js';

/** A route that answers a request, with the values of the parameters in its path. */
export interface RouteMatch {
  readonly route: LocalRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Finds the route of a request. */
export type FindRoute = (method: string, path: string) => RouteMatch | undefined;

const parameter = /^\{([^+}]+)(\+)?\}$/;

/**
 * Makes the lookup of routes by API Gateway's order: the most literal path first, `{name}` before `{name+}`, which takes the
 * rest of the path; a named method before `ANY`.
 */
export function createRouteTable(routes: readonly LocalRoute[]): FindRoute {
  const sorted = [...routes].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const route of sorted) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const pathParameters = matchPath(route.path.split('/').slice(1), segments);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return undefined;
  };
}

/** Sorts as text: one letter for each segment, then whether any method will do. */
function rank(route: LocalRoute): string {
  const segments = route.path.split('/').slice(1);
  const letters = segments.map((segment) => {
    const found = parameter.exec(segment);
    if (found === null) return 'a';
    return found[2] === undefined ? 'b' : 'c';
  });
  return `${letters.join('')} ${route.method === 'ANY' ? 1 : 0}`;
}

function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const values: [string, string][] = [];
  for (const [index, expected] of pattern.entries()) {
    const found = parameter.exec(expected);
    const actual = found?.[2] === undefined ? segments[index] : segments.slice(index).join('/');
    if (actual === undefined) return undefined;
    if (found === null) {
      if (actual !== expected) return undefined;
      continue;
    }
    if (actual === '') return undefined;
    values.push([found[1] ?? '', decode(actual)]);
    if (found[2] !== undefined) return Object.fromEntries(values);
  }
  return pattern.length === segments.length ? Object.fromEntries(values) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
