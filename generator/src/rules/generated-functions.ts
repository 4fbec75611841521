import type { ServiceFlow } from '../model/flow.js';
import type { Workflow } from '../model/service.js';
import { collectorName, endpointNames, inputReaderName, itemListerName, publisherName } from '../names.js';

/** The names of the functions that a workflow gets beside those of its steps. */
export function generatedFunctions({ name, httpTriggers }: Workflow, flow: ServiceFlow): string[] {
  const endpoints = httpTriggers.length === 0 ? [] : Object.values(endpointNames);
  const own = flow.get(name);
  const publisher = own?.separatePublisher ? [publisherName] : [];
  const ofMaps = [...(own?.maps.values() ?? [])].flatMap(({ step, source }) => [
    ...(source === 'item' ? [itemListerName(step.name)] : []),
    ...(step.output === undefined ? [] : [collectorName(step.name)]),
  ]);
  const reader = own?.separateInputReader ? [inputReaderName] : [];
  return [...endpoints, ...publisher, ...reader, ...ofMaps];
}
