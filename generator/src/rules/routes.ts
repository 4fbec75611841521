import type { HttpTrigger } from '../model/service.js';

/** A route as API Gateway tells it from others: the names of its variables do not count. */
export function routeOf({ method, path }: Pick<HttpTrigger, 'method' | 'path'>): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
}

/** The routes that come with an http trigger: status and document of an execution. */
export function derivedRoutes({ path }: HttpTrigger): string[] {
  return [`${path}/{txnId}`, `${path}/{txnId}/document`].map((derived) =>
    routeOf({ method: 'GET', path: derived }),
  );
}
