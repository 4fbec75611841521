import { machine, pass, scope, task } from '../conformance/row.js';
import type { Refusal } from './refusal.js';

/** What AWS has and this implementation has not. */
export const notImplemented: readonly Refusal[] = [
  ...['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'Result', 'ResultSelector'].map((field) => ({
    name: `JSONPath field ${field}`,
    definition: machine({ A: pass(undefined, { [field]: '$' }) }),
    says: [`The field "${field}" belongs to JSONPath`, `/States/A/${field}`],
  })),
  {
    name: 'no QueryLanguage at all',
    definition: scope({ A: pass() }),
    says: ['JSONPath is not implemented', '/States/A/QueryLanguage'],
  },
  {
    name: 'QueryLanguage JSONPath on the machine',
    definition: { ...machine({ A: pass() }), QueryLanguage: 'JSONPath' },
    says: ['JSONPath is not implemented', '/States/A/QueryLanguage'],
  },
  {
    name: 'QueryLanguage JSONPath on a state',
    definition: machine({ A: pass(undefined, { QueryLanguage: 'JSONPath' }) }),
    says: ['JSONPath is not implemented', '/States/A/QueryLanguage'],
  },
  {
    name: 'a JSONPath state inside a branch',
    definition: machine({
      P: {
        Type: 'Parallel',
        Branches: [scope({ A: pass(undefined, { QueryLanguage: 'JSONPath' }) })],
        End: true,
      },
    }),
    says: ['JSONPath is not implemented', '/States/P/Branches[0]/States/A/QueryLanguage'],
  },
  ...['Credentials'].map((field) => ({
    name: `${field} of a task`,
    definition: machine({ A: task('f', { [field]: 1 }) }),
    says: [`The field "${field}" is not implemented here`, `/States/A/${field}`],
  })),
  {
    name: 'items of an S3 inventory',
    definition: machine({
      M: {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          Arguments: { Bucket: 'b', Key: 'k' },
          ReaderConfig: { InputType: 'MANIFEST' },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          ...scope({ A: pass() }),
        },
        End: true,
      },
    }),
    says: ['must be "JSON" or "JSONL" or "CSV"', '/States/M/ItemReader/ReaderConfig/InputType'],
  },
  ...[
    'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    'arn:aws:states:::lambda:invoke.sync',
    'arn:aws:states:us-east-1:000000000000:activity:a',
    'arn:aws:states:::aws-sdk:sfn:startExecution',
    'arn:aws:states:::aws-sdk:s3:copyObject',
    'arn:aws:states:::aws-sdk:s3:getObject.waitForTaskToken',
    'arn:aws:lambda:us-east-1:000000000000:function:f',
  ].map((resource) => ({
    name: `the resource ${resource}`,
    definition: machine({ A: task('f', { Resource: resource }) }),
    says: [`The resource "${resource}" is not implemented here`, '/States/A/Resource'],
  })),
  {
    name: 'an argument of S3 that is not served',
    definition: machine({
      A: task('f', {
        Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
        Arguments: { Bucket: 'b', Key: 'k', PartNumber: 1 },
      }),
    }),
    says: ['"PartNumber" is not a field of the arguments of s3:getObject', '/States/A/Arguments/PartNumber'],
  },
  ...['ClientContext', 'LogType', 'TenantId'].map((argument) => ({
    name: `the argument ${argument}`,
    definition: machine({ A: task('f', { Arguments: { FunctionName: 'f', [argument]: 'x' } }) }),
    says: [`"${argument}" is not implemented here`, `/States/A/Arguments/${argument}`],
  })),
];
