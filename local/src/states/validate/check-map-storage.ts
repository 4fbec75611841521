import { isJsonObject } from '../json.js';
import {
  anything,
  type Check,
  expressionOr,
  integerWithin,
  listOf,
  objectOf,
  oneOf,
  text,
} from './checks.js';
import { refusedFields } from './refused-fields.js';

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

/** Where a distributed Map takes its items from. */
export const checkItemReader: Check = (value, location, report) => {
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

/** Where a distributed Map writes its results, and in which form. */
export const checkResultWriter: Check = (value, location, report) => {
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
