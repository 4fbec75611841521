import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { errorLists } from './error-lists.js';
import type { Rule } from './rule.js';

/**
 * Names of errors that begin with "States." but are none of Step Functions'.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const unknownError: Rule = ({ service }) =>
  errorLists(service).flatMap(({ rules }) =>
    rules.flatMap(({ errors, at }) =>
      errors.flatMap((name, index) => {
        if (!/^states\./i.test(name) || reservedErrors.includes(name)) return [];
        const message = `Step Functions has no error ${quote(name)}.${didYouMean(name, reservedErrors)}`;
        return [errorAt('unknown-error', [...at, index], message)];
      }),
    ),
  );

const reservedErrors = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
];
