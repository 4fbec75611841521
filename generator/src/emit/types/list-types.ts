import { inputRead } from '@sfs3/runtime/contract';
import { mapSourceOf } from '../../maps/map-source.js';
import type { WorkflowFlow } from '../../model/flow.js';
import { collectedStep } from '../../model/output-schema.js';
import type { MapStep, Workflow } from '../../model/service.js';
import { typeNames } from '../code/identifiers.js';
import { docComment, literal } from '../code/literal.js';
import type { WorkflowContext } from '../emit-context.js';

/** Where items are read. */
export interface ItemScope {
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow;
}

/** The types of what maps write: lists of what they collect. */
export function listTypes({ flow }: WorkflowContext): readonly string[] {
  return [...flow.maps.values()].flatMap(({ step }) => {
    const entry = collectedStep(step);
    if (step.output === undefined || entry === undefined) return [];
    const { output } = typeNames(entry.name);
    const item = step.tolerate === undefined ? output : `(${output} | null)`;
    const comment = docComment(
      `What map ${step.name} writes, under the key ${step.output.key}: one for each ${step.batch === 1 ? 'item' : 'batch of items'}.`,
    );
    return [`${comment}export type ${typeNames(step.name).output} = ${item}[];\n`];
  });
}

/** The type of the item that the steps of a map read, or of the list of those that are worked on together. */
export function itemType(map: MapStep, scope: ItemScope): string {
  const item = `ListItem<${listOwner(map, scope)}${pathType(map.over.path)}>`;
  return map.batch === 1 ? item : `${item}[]`;
}

/** The type of what a map's list lies in. */
function listOwner(map: MapStep, scope: ItemScope): string {
  const { workflow, flow } = scope;
  const { outer, writer } = mapSourceOf(workflow, map, flow.maps.get(map.name)?.around ?? []);
  if (outer !== undefined) return itemType(outer, scope);
  return map.over.key === inputRead || writer === undefined ? 'Input' : typeNames(writer.name).output;
}

function pathType(path: readonly string[]): string {
  return path.length === 0 ? '' : `, [${path.map(literal).join(', ')}]`;
}
