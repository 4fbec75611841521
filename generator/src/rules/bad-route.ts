import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { derivedRoutes, routeOf } from './routes.js';
import type { Rule } from './rule.js';

/** Paths of http triggers that API Gateway refuses, or whose variables nobody would read. */
export const badRoute: Rule = ({ service }) => {
  const triggers = service.workflows.flatMap(({ httpTriggers }) => httpTriggers);
  const derived = new Set(triggers.flatMap(derivedRoutes));
  return triggers
    .filter(({ path }) => !/^(\/[A-Za-z0-9._~-]+)+$/.test(path))
    .filter((trigger) => !derived.has(routeOf(trigger)))
    .map(({ at, path }) =>
      errorAt('bad-route', [...at, 'path'], `The path ${quote(path)} cannot be used. ${rightPath(path)}`),
    );
};

function rightPath(path: string): string {
  if (/[{}]/.test(path))
    return 'It may have no variables: the input of the execution is the body of the request.';
  if (path.length > 1 && path.endsWith('/')) return 'It should not end with "/".';
  return 'It begins with "/" and has parts of letters, digits and "._~-", as in "/orders/new".';
}
