import type { StateType } from '../definition/machine.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { parseTimestamp } from '../timestamp.js';
import { checkAssign } from './check-assign.js';
import { checkCatch, checkRetry } from './check-errors.js';
import { mapCheck } from './check-map.js';
import { checkHeartbeat, checkResource, checkTaskArguments } from './check-task.js';
import {
  all,
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
import type { ScopeCheck } from './scope-check.js';

/** Makes the check of one state; `checkScope` checks the states inside it. */
export function stateCheck(machineLanguage: string, checkScope: ScopeCheck): Check {
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

function stateChecks(checkScope: ScopeCheck): Record<StateType, Check> {
  return {
    Task: withNext(
      all(
        stateOf('Task', { fields: taskFields, required: ['Resource', 'Arguments'] }),
        checkTaskArguments,
        checkHeartbeat,
      ),
    ),
    Pass: withNext(stateOf('Pass', { fields: step })),
    Wait: withNext(withOneOf(['Seconds', 'Timestamp'], stateOf('Wait', { fields: waitFields }))),
    Choice: stateOf('Choice', {
      fields: { ...always, Choices: listOf(rule), Default: text, Assign: checkAssign, Output: anything },
      required: ['Choices'],
    }),
    Succeed: stateOf('Succeed', { fields: { ...always, Output: anything } }),
    Fail: stateOf('Fail', { fields: { ...always, Error: text, Cause: text } }),
    Parallel: withNext(
      stateOf('Parallel', {
        fields: { ...fallible, Arguments: anything, Branches: listOf(checkScope('a branch')) },
        required: ['Branches'],
      }),
    ),
    Map: withNext(mapCheck(fallible, checkScope)),
  };
}

function stateOf(type: StateType, rules: Omit<ObjectRules, 'what'>): Check {
  return objectOf({ what: `a ${type} state`, refused: refusedFields, ...rules });
}

const taskFields = {
  ...fallible,
  Resource: checkResource,
  Arguments: anything,
  TimeoutSeconds: expressionOr(integerWithin(1, 99_999_999)),
  HeartbeatSeconds: expressionOr(integerWithin(1, 99_999_999)),
};

const waitFields = {
  ...step,
  Seconds: expressionOr(integerWithin(0, 99_999_999)),
  Timestamp: expressionOr(timestamp),
};

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
