import { type Diagnostic, errorAt } from '../diagnostic.js';
import type { HttpTrigger } from '../model/service.js';
import { quote } from '../quote.js';
import { derivedRoutes, routeOf } from './routes.js';
import type { Rule } from './rule.js';

/** Two endpoints of one service at the same method and path. */
export const duplicateRoute: Rule = ({ service }) => {
  const owned = service.workflows.flatMap(({ name, httpTriggers }) =>
    httpTriggers.map((trigger) => ({ name, trigger })),
  );
  const taken = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { name, trigger } of owned) {
    const clash = [routeOf(trigger), ...derivedRoutes(trigger)].find((route) => taken.has(route));
    if (clash !== undefined) found.push(duplicate(trigger, clash, taken.get(clash) ?? ''));
    else taken.set(routeOf(trigger), `starts workflow ${quote(name)}`);
    for (const route of derivedRoutes(trigger)) {
      if (!taken.has(route)) taken.set(route, `comes with the http trigger of workflow ${quote(name)}`);
    }
  }
  return found;
};

function duplicate(trigger: HttpTrigger, route: string, use: string): Diagnostic {
  const own =
    route === routeOf(trigger)
      ? `The route ${quote(route)}`
      : `The route ${quote(route)}, which this trigger brings with it,`;
  const message = `${own} is taken: it ${use}. The trigger needs another path.`;
  return errorAt('duplicate-route', [...trigger.at, 'path'], message);
}
