import type { StateType } from '../definition/machine.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { parseTimestamp } from '../timestamp.js';
import { checkAssign } from './check-assign.js';
import { checkCatch, checkRetry } from './check-errors.js';
import { checkResource, checkTaskArguments } from './check-task.js';
import {
  anything,
  type Check,
  expression,
  expressionOr,
  integerWithin,
  listOf,
  type ObjectRules,
  objectOf,
  oneOf,
  type Report,
  text,
} from './checks.js';
import { refusedFields } from './refused-fields.js';

/** Makes the check of one state; `checkScope` checks the states inside it. */
export function stateCheck(
  machineLanguage: string,
  checkScope: (what: string, extra?: ScopeFields) => Check,
): Check {
  const checks = stateChecks(checkScope);
  return (value, location, report) => {
    if (!isJsonObject(value)) {
      report('The value must be an object', location);
      return;
    }
    const type = value.Type;
    const check =
      typeof type === 'string' && Object.hasOwn(checks, type) ? checks[type as StateType] : undefined;
    if (check === undefined) {
      report(`The type must be one of ${Object.keys(checks).join(', ')}`, `${location}/Type`);
      return;
    }
    checkLanguage(value, machineLanguage, location, report);
    check(value, location, report);
  };
}

/** Further fields of a scope, beside StartAt and States. */
export type ScopeFields = Readonly<Record<string, Check>>;

const always = { Type: text, Comment: text, QueryLanguage: anything };
const step = { ...always, Next: text, End: oneOf(true), Assign: checkAssign, Output: anything };
const fallible = { ...step, Retry: checkRetry, Catch: checkCatch };

const timestamp: Check = (value, location, report) => {
  if (typeof value !== 'string' || parseTimestamp(value) === undefined) {
    report('The value must be an RFC 3339 timestamp', location);
  }
};

const rule: Check = objectOf({
  what: 'a Choice rule',
  fields: {
    Comment: text,
    Condition: expression,
    Next: text,
    Assign: checkAssign,
    Output: anything,
  },
  required: ['Condition', 'Next'],
  refused: refusedFields,
});

const inlineMode: Check = objectOf({
  what: 'a processor configuration',
  fields: {
    Mode: (value, location, report) => {
      if (value !== 'INLINE') {
        report(`The mode ${JSON.stringify(value)} is not implemented here; only "INLINE" is`, location);
      }
    },
  },
  refused: new Map([['ExecutionType', 'belongs to the mode DISTRIBUTED, which is not implemented here']]),
});

function stateChecks(checkScope: (what: string, extra?: ScopeFields) => Check): Record<StateType, Check> {
  const state = (type: StateType, rules: Omit<ObjectRules, 'what'>): Check =>
    objectOf({ what: `a ${type} state`, refused: refusedFields, ...rules });
  return {
    Task: withNext(
      state('Task', {
        fields: {
          ...fallible,
          Resource: checkResource,
          Arguments: checkTaskArguments,
          TimeoutSeconds: expressionOr(integerWithin(1, 99_999_999)),
        },
        required: ['Resource', 'Arguments'],
      }),
    ),
    Pass: withNext(state('Pass', { fields: step })),
    Wait: withNext(
      withOneOf(
        ['Seconds', 'Timestamp'],
        state('Wait', {
          fields: {
            ...step,
            Seconds: expressionOr(integerWithin(0, 99_999_999)),
            Timestamp: expressionOr(timestamp),
          },
        }),
      ),
    ),
    Choice: state('Choice', {
      fields: { ...always, Choices: listOf(rule), Default: text, Assign: checkAssign, Output: anything },
      required: ['Choices'],
    }),
    Succeed: state('Succeed', { fields: { ...always, Output: anything } }),
    Fail: state('Fail', { fields: { ...always, Error: text, Cause: text } }),
    Parallel: withNext(
      state('Parallel', {
        fields: { ...fallible, Arguments: anything, Branches: listOf(checkScope('a branch')) },
        required: ['Branches'],
      }),
    ),
    Map: withNext(
      state('Map', {
        fields: {
          ...fallible,
          Items: (value, location, report) =>
            Array.isArray(value) ? undefined : expression(value, location, report),
          ItemSelector: anything,
          MaxConcurrency: expressionOr(integerWithin(0, Number.MAX_SAFE_INTEGER)),
          ItemProcessor: checkScope('an item processor', { ProcessorConfig: inlineMode }),
        },
        required: ['ItemProcessor'],
      }),
    ),
  };
}

function checkLanguage(state: JsonObject, machineLanguage: string, location: string, report: Report): void {
  if ((state.QueryLanguage ?? machineLanguage) !== 'JSONata') {
    report(
      'JSONPath is not implemented here; set "QueryLanguage": "JSONata" on the state machine or the state',
      `${location}/QueryLanguage`,
    );
  }
}

function withNext(check: Check): Check {
  return withOneOf(['Next', 'End'], check);
}

function withOneOf(fields: readonly [string, string], check: Check): Check {
  return (value, location, report) => {
    check(value, location, report);
    const given = isJsonObject(value) ? fields.filter((field) => value[field] !== undefined) : fields;
    if (given.length !== 1) {
      report(`Exactly one of these fields is required: [${fields.join(', ')}]`, location);
    }
  };
}
