import type { lambdaInvokeArguments } from '../interpreter/states/lambda-invoke.js';
import { anything, type Check, expressionOr, objectOf, oneOf, text } from './checks.js';

const lambdaInvoke = 'arn:aws:states:::lambda:invoke';

/** The one resource that is served. */
export const checkResource: Check = (value, location, report) => {
  if (value === lambdaInvoke) {
    return;
  }
  report(
    `The resource ${JSON.stringify(value)} is not implemented here; only "${lambdaInvoke}" is`,
    location,
  );
};

const fields: Record<(typeof lambdaInvokeArguments)[number], Check> = {
  FunctionName: text,
  Payload: anything,
  InvocationType: expressionOr(oneOf('RequestResponse', 'Event')),
  Qualifier: text,
};

const unsupported = 'is not implemented here for lambda:invoke';

/** The arguments of a task: an object, or an expression that makes one. */
export const checkTaskArguments: Check = expressionOr(
  objectOf({
    what: 'the arguments of lambda:invoke',
    fields,
    required: ['FunctionName'],
    refused: new Map([
      ['ClientContext', unsupported],
      ['LogType', unsupported],
      ['TenantId', unsupported],
    ]),
  }),
);
