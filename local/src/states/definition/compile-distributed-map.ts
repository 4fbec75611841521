import { randomUUID } from 'node:crypto';
import type { Template } from '../expressions/template.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import type { AslState } from './asl.js';
import type { DistributedMap, ItemReader, ResultWriter } from './distributed-map.js';

/** Compiles a field that may be left out; `field` is its path from the state. */
export type CompileField = (value: JsonValue | undefined, field: string) => Template | undefined;

/** Compiles what is special to a distributed Map; undefined for an inline one. */
export function compileDistributedMap(state: AslState, compile: CompileField): DistributedMap | undefined {
  const { Mode: mode, ExecutionType: type } = state.ItemProcessor?.ProcessorConfig ?? {};
  if (mode !== 'DISTRIBUTED') {
    return undefined;
  }
  const batcher = state.ItemBatcher;
  return {
    executionType: type ?? 'STANDARD',
    label: state.Label ?? randomUUID(),
    reader: state.ItemReader && compileReader(state.ItemReader, compile),
    batcher: batcher && {
      maxItems: compile(batcher.MaxItemsPerBatch, 'ItemBatcher/MaxItemsPerBatch'),
      maxBytes: compile(batcher.MaxInputBytesPerBatch, 'ItemBatcher/MaxInputBytesPerBatch'),
      input: compile(batcher.BatchInput, 'ItemBatcher/BatchInput'),
    },
    writer: state.ResultWriter && compileWriter(state.ResultWriter, compile),
    toleratedFailureCount: compile(state.ToleratedFailureCount, 'ToleratedFailureCount'),
    toleratedFailurePercentage: compile(state.ToleratedFailurePercentage, 'ToleratedFailurePercentage'),
  };
}

function compileReader(reader: JsonObject, compile: CompileField): ItemReader {
  const config = objectOf(reader.ReaderConfig);
  return {
    action: String(reader.Resource).endsWith(':listObjectsV2') ? 'listObjectsV2' : 'getObject',
    arguments: compile(reader.Arguments, 'ItemReader/Arguments'),
    maxItems: compile(config.MaxItems, 'ItemReader/ReaderConfig/MaxItems'),
    // The checks have seen to its form.
    config: config as ItemReader['config'],
  };
}

/** Source of the defaults: AWS, "ResultWriter (Map)". */
function compileWriter(writer: JsonObject, compile: CompileField): ResultWriter {
  const { Transformation: transformation, OutputType: type } = objectOf(writer.WriterConfig);
  const stored = writer.Resource !== undefined;
  return {
    arguments: stored ? compile(writer.Arguments ?? {}, 'ResultWriter/Arguments') : undefined,
    transformation: (transformation ?? (stored ? 'NONE' : 'COMPACT')) as ResultWriter['transformation'],
    outputType: type === 'JSONL' ? 'JSONL' : 'JSON',
  };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
