import { isJsonObject, type JsonValue } from '../json.js';
import { checkAssign } from './check-assign.js';
import {
  all,
  anything,
  type Check,
  type FieldTable,
  integerWithin,
  listOf,
  numberWithin,
  objectOf,
  oneOf,
  text,
} from './checks.js';
import { refusedFields } from './refused-fields.js';

/** Source: Amazon States Language, "Retrying after error". */
const retrier: FieldTable = {
  Comment: text,
  ErrorEquals: listOf(text),
  IntervalSeconds: integerWithin(1, 99_999_999),
  BackoffRate: numberWithin(1, Number.MAX_VALUE),
  MaxAttempts: integerWithin(0, 99_999_999),
  MaxDelaySeconds: integerWithin(1, 31_622_400),
  JitterStrategy: oneOf('FULL', 'NONE'),
};

const catcher: FieldTable = {
  Comment: text,
  ErrorEquals: listOf(text),
  Next: text,
  Output: anything,
  Assign: checkAssign,
};

/** `States.ALL` stands alone in its list, and in the last one, since nothing after it could ever match. */
const wildcardLast: Check = (value, location, report) => {
  if (!Array.isArray(value)) {
    return;
  }
  for (const [index, item] of value.entries()) {
    const errors = errorsOf(item);
    if (errors.includes('States.ALL') && (errors.length > 1 || index < value.length - 1)) {
      report('"States.ALL" must stand alone, in the last entry', `${location}[${index}]/ErrorEquals`);
    }
  }
};

const delayAboveInterval: Check = (value, location, report) => {
  if (!isJsonObject(value)) {
    return;
  }
  const { MaxDelaySeconds: most, IntervalSeconds: interval = 1 } = value;
  if (typeof most === 'number' && typeof interval === 'number' && most <= interval) {
    report('MaxDelaySeconds must be greater than IntervalSeconds', `${location}/MaxDelaySeconds`);
  }
};

/** A state's list of retriers. */
export const checkRetry: Check = all(
  listOf(
    all(
      objectOf({ what: 'a retrier', fields: retrier, required: ['ErrorEquals'], refused: refusedFields }),
      delayAboveInterval,
    ),
  ),
  wildcardLast,
);

/** A state's list of catchers. */
export const checkCatch: Check = all(
  listOf(
    objectOf({
      what: 'a catcher',
      fields: catcher,
      required: ['ErrorEquals', 'Next'],
      refused: refusedFields,
    }),
  ),
  wildcardLast,
);

function errorsOf(item: JsonValue): readonly JsonValue[] {
  return isJsonObject(item) && Array.isArray(item.ErrorEquals) ? item.ErrorEquals : [];
}
