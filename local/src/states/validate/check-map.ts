import { isJsonObject, type JsonValue } from '../json.js';
import { checkItemReader, checkResultWriter } from './check-map-storage.js';
import {
  anything,
  type Check,
  expression,
  expressionOr,
  type FieldTable,
  integerWithin,
  numberWithin,
  objectOf,
  oneOf,
} from './checks.js';
import { refusedFields } from './refused-fields.js';
import type { ScopeCheck } from './scope-check.js';

/** Makes the check of a Map state; `step` are the fields that it shares with others. */
export function mapCheck(step: FieldTable, checkScope: ScopeCheck): Check {
  const both = {
    ...step,
    Items: items,
    ItemSelector: anything,
    MaxConcurrency: expressionOr(integerWithin(0, Number.MAX_SAFE_INTEGER)),
    ItemProcessor: checkScope('an item processor', { ProcessorConfig: checkProcessorConfig }),
  };
  const required = ['ItemProcessor'];
  const inline = objectOf({ what: 'an inline Map state', fields: both, required, refused: inlineRefused });
  const distributed = objectOf({
    what: 'a distributed Map state',
    fields: { ...both, ...distributedFields },
    required,
    refused: refusedFields,
  });
  return (value, location, report) => {
    const check = modeOf(value) === 'DISTRIBUTED' ? distributed : inline;
    check(value, location, report);
  };
}

function modeOf(state: JsonValue): JsonValue | undefined {
  const processor = isJsonObject(state) ? state.ItemProcessor : undefined;
  const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined;
  return isJsonObject(config) ? config.Mode : undefined;
}

const items: Check = (value, location, report) =>
  Array.isArray(value) ? undefined : expression(value, location, report);

const checkProcessorConfig: Check = (value, location, report) => {
  const inline = isJsonObject(value) && value.Mode !== 'DISTRIBUTED';
  objectOf({
    what: 'a processor configuration',
    fields: {
      Mode: oneOf('INLINE', 'DISTRIBUTED'),
      ...(inline ? {} : { ExecutionType: oneOf('STANDARD', 'EXPRESS') }),
    },
    required: inline ? [] : ['ExecutionType'],
    refused: new Map([['ExecutionType', 'belongs to the mode DISTRIBUTED']]),
  })(value, location, report);
};

const itemBatcher: Check = (value, location, report) => {
  objectOf({
    what: 'an item batcher',
    fields: {
      MaxItemsPerBatch: expressionOr(integerWithin(1, 100_000_000)),
      MaxInputBytesPerBatch: expressionOr(integerWithin(1, 262_144)),
      BatchInput: anything,
    },
    refused: refusedFields,
  })(value, location, report);
  const { MaxItemsPerBatch: count, MaxInputBytesPerBatch: bytes } = isJsonObject(value) ? value : {};
  if (count === undefined && bytes === undefined) {
    report('One of these fields is required: [MaxItemsPerBatch, MaxInputBytesPerBatch]', location);
  }
};

/** Source: AWS, "Using Map state in Distributed mode", field Label: 40 characters at most. */
const label: Check = (value, location, report) => {
  if (typeof value !== 'string' || !/^[^\s?*<>{}[\]:;,\\|^~$#%&`"]{1,40}$/.test(value)) {
    report('The value must be a label of 40 characters at most', location);
  }
};

const distributedFields: FieldTable = {
  Label: label,
  ItemReader: checkItemReader,
  ItemBatcher: itemBatcher,
  ResultWriter: checkResultWriter,
  ToleratedFailureCount: expressionOr(integerWithin(0, Number.MAX_SAFE_INTEGER)),
  ToleratedFailurePercentage: expressionOr(numberWithin(0, 100)),
};

const inlineRefused: ReadonlyMap<string, string> = new Map([
  ...refusedFields,
  ...Object.keys(distributedFields).map((field) => [field, 'belongs to the mode DISTRIBUTED'] as const),
]);
