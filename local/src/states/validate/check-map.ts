import { isJsonObject, type JsonValue } from '../json.js';
import type { ScopeCheck } from './check-state.js';
import {
  anything,
  type Check,
  expression,
  expressionOr,
  type FieldTable,
  integerWithin,
  listOf,
  numberWithin,
  objectOf,
  oneOf,
  text,
} from './checks.js';
import { refusedFields } from './refused-fields.js';

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

const missing = 'is not implemented here';

/** The bucket and the key, or an expression that makes them. */
const place = (fields: readonly string[], required: readonly string[]): Check =>
  expressionOr(
    objectOf({
      what: 'a place in S3',
      fields: Object.fromEntries(fields.map((field) => [field, text])),
      required,
      refused: new Map([['ExpectedBucketOwner', missing]]),
    }),
  );

const readerConfig = objectOf({
  what: 'a reader configuration',
  fields: {
    InputType: oneOf('JSON', 'JSONL', 'CSV'),
    ItemsPointer: text,
    CSVHeaderLocation: oneOf('FIRST_ROW', 'GIVEN'),
    CSVHeaders: listOf(text),
    CSVDelimiter: oneOf('COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'),
    MaxItems: expressionOr(integerWithin(1, 100_000_000)),
  },
  refused: new Map([
    ['Transformation', missing],
    ['ManifestType', missing],
  ]),
});

const places: Readonly<Record<string, Check>> = {
  'arn:aws:states:::s3:getObject': place(['Bucket', 'Key', 'VersionId'], ['Bucket', 'Key']),
  'arn:aws:states:::s3:listObjectsV2': place(['Bucket', 'Prefix'], ['Bucket']),
};

const itemReader: Check = (value, location, report) => {
  const resource = isJsonObject(value) ? String(value.Resource) : '';
  objectOf({
    what: 'an item reader',
    fields: {
      Resource: oneOf(...Object.keys(places)),
      Arguments: (Object.hasOwn(places, resource) ? places[resource] : undefined) ?? anything,
      ReaderConfig: readerConfig,
    },
    required: ['Resource', 'Arguments'],
    refused: refusedFields,
  })(value, location, report);
  const config = isJsonObject(value) && isJsonObject(value.ReaderConfig) ? value.ReaderConfig : {};
  if (resource.endsWith(':getObject') && config.InputType === undefined) {
    report('These fields are required: [InputType]', `${location}/ReaderConfig`);
  }
  if (config.InputType === 'CSV' && config.CSVHeaderLocation === undefined) {
    report('These fields are required: [CSVHeaderLocation]', `${location}/ReaderConfig`);
  }
  if (config.CSVHeaderLocation === 'GIVEN' && config.CSVHeaders === undefined) {
    report('These fields are required: [CSVHeaders]', `${location}/ReaderConfig`);
  }
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

const resultWriter: Check = (value, location, report) => {
  objectOf({
    what: 'a result writer',
    fields: {
      Resource: oneOf('arn:aws:states:::s3:putObject'),
      Arguments: place(['Bucket', 'Prefix'], ['Bucket']),
      WriterConfig: objectOf({
        what: 'a writer configuration',
        fields: {
          Transformation: oneOf('NONE', 'COMPACT', 'FLATTEN'),
          OutputType: oneOf('JSON', 'JSONL'),
        },
      }),
    },
    required: isJsonObject(value) && value.WriterConfig !== undefined ? [] : ['Resource'],
    refused: refusedFields,
  })(value, location, report);
  if (isJsonObject(value) && (value.Resource === undefined) !== (value.Arguments === undefined)) {
    report('Resource and Arguments belong together', location);
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
  ItemReader: itemReader,
  ItemBatcher: itemBatcher,
  ResultWriter: resultWriter,
  ToleratedFailureCount: expressionOr(integerWithin(0, Number.MAX_SAFE_INTEGER)),
  ToleratedFailurePercentage: expressionOr(numberWithin(0, 100)),
};

const inlineRefused: ReadonlyMap<string, string> = new Map([
  ...refusedFields,
  ...Object.keys(distributedFields).map((field) => [field, 'belongs to the mode DISTRIBUTED'] as const),
]);
