import type { ServiceFlow } from '../model/flow.js';
import type { Workflow } from '../model/service.js';
import {
  collectorName,
  endpointNames,
  inputReaderName,
  itemListerName,
  publisherName,
  uploadStartName,
} from '../names.js';

/** The names of the functions that a workflow gets beside those of its steps. */
export function generatedFunctions(
  { name, httpTriggers, s3Triggers }: Workflow,
  flow: ServiceFlow,
): string[] {
  const endpoints = httpTriggers.length === 0 ? [] : Object.values(endpointNames);
  const own = flow.get(name);
  const publisher = own?.separatePublisher ? [publisherName] : [];
  const ofMaps = [...(own?.maps.values() ?? [])].flatMap(({ step, source }) => [
    ...(source === 'item' ? [itemListerName(step.name)] : []),
    ...(step.output === undefined ? [] : [collectorName(step.name)]),
  ]);
  const reader = own?.separateInputReader ? [inputReaderName] : [];
  const uploads = s3Triggers.length === 0 ? [] : [uploadStartName];
  return [...endpoints, ...uploads, ...publisher, ...reader, ...ofMaps];
}
