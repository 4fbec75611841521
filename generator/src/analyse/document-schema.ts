import { mapsAround, outputOf } from '../model/all-steps.js';
import { type DocumentSchemaOf, outputSchemaOf, withRefsBelow } from '../model/output-schema.js';
import type { JsonSchema, Service, Step, Workflow } from '../model/service.js';
import { certainOutputs } from './publishing.js';
import type { WorkflowGraph } from './workflow-graph.js';

/** What is known of a document when nothing is known of its workflow. */
const anyObject: JsonSchema = { type: 'object' };

/**
 * Tells the schema of the document that each workflow of a service ends with: its input, and its outputs under their keys. A sensitive one
 * may be a reference. Workflows that wait for each other, which is a mistake of its own, end in any object.
 */
export function documentSchemas(
  { workflows }: Service,
  graphs: ReadonlyMap<string, WorkflowGraph>,
): DocumentSchemaOf {
  const known = new Map<string, JsonSchema>();
  const schemaOf: DocumentSchemaOf = (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, anyObject);
    const workflow = workflows.find((candidate) => candidate.name === name);
    const graph = graphs.get(name);
    const schema = workflow && graph ? documentSchema(workflow, graph, schemaOf) : anyObject;
    known.set(name, schema);
    return schema;
  };
  return schemaOf;
}

function documentSchema(
  workflow: Workflow,
  graph: WorkflowGraph,
  documentSchemaOf: DocumentSchemaOf,
): JsonSchema {
  const writers = new Map<string, Step>();
  for (const [step, around] of mapsAround(workflow)) {
    const key = outputOf(step)?.key;
    // What lies in the iterations of a map is no part of the document.
    if (key !== undefined && around.length === 0 && !writers.has(key)) writers.set(key, step);
  }
  const isOpen = (key: string): boolean => outputOf(writers.get(key))?.sensitive === false;
  const outputs = [...writers].map(([key, step], index) => {
    const schema = isOpen(key) ? (outputSchemaOf(step, documentSchemaOf) ?? true) : true;
    return { key, name: `output${index}`, schema };
  });
  return {
    type: 'object',
    allOf: [{ $ref: '#/$defs/input' }],
    required: [...certainOutputs(graph)].filter(isOpen),
    properties: Object.fromEntries(outputs.map(({ key, name }) => [key, { $ref: `#/$defs/${name}` }])),
    $defs: {
      input: withRefsBelow(workflow.input, '#/$defs/input'),
      ...Object.fromEntries(
        outputs.map(({ name, schema }) => [name, withRefsBelow(schema, `#/$defs/${name}`)]),
      ),
    },
  };
}
