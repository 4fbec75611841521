import type { ServiceFlow } from '../model/flow.js';
import type { Workflow } from '../model/service.js';
import { endpointNames, publisherName } from '../names.js';

/** The names of the functions that a workflow gets beside those of its steps. */
export function generatedFunctions({ name, httpTriggers }: Workflow, flow: ServiceFlow): string[] {
  const endpoints = httpTriggers.length === 0 ? [] : Object.values(endpointNames);
  const publisher = flow.get(name)?.separatePublisher ? [publisherName] : [];
  return [...endpoints, ...publisher];
}
