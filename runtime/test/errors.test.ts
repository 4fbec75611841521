import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as errors from '../src/errors.js';
import {
  awaitRetryTable,
  DocumentOwnedError,
  isRuntimeError,
  permanentErrors,
  retryableErrors,
  retryTable,
  startRetryTable,
  undoRetryTable,
} from '../src/errors.js';

const ownNames = new Set([...Object.keys(retryableErrors), ...Object.keys(permanentErrors)]);
const allRules = [...retryTable, ...awaitRetryTable, ...startRetryTable, ...undoRetryTable];
const tableNames = allRules.flatMap((rule) => rule.errors);
const location = { bucket: 'b', key: 'k' };
const awaited = { step: 'step-a', executionArn: 'arn' };
const callback = { workflow: 'ProcessA', txnId: '0x0123456789abcdef', step: 'step-a' };

const samples: readonly Error[] = [
  new errors.S3DataPreconditionError(location),
  new errors.StoreUnavailableError('GetObject', location),
  new errors.StartUnavailableError('arn', 'name'),
  new errors.ConfigurationError('BUCKET_NAME'),
  new errors.StoreRefusedError('PutObject', location, 'AccessDenied'),
  new errors.DocumentOwnedError(location, 'arn'),
  new errors.DocumentChangedError(location),
  new errors.DocumentNotFoundError(location),
  new errors.DocumentFormatError(location, 'JSON'),
  new errors.DocumentTooLongError(location, 600_000_000),
  new errors.ReferenceMismatchError(location),
  new errors.InputKeyConflictError('ProcessA', 'step-a-output'),
  new errors.IdConflictError('0x0123456789abcdef'),
  new errors.InvalidStepEventError('execution'),
  new errors.InvalidTransactionIdError(),
  new errors.InvalidStateMachineArnError('arn'),
  new errors.InputValidationError('step-a', 'input', []),
  new errors.OutputValidationError('step-a', 'step-a-output', []),
  new errors.NotJsonError('step-a: the result', '/a', 'NaN'),
  new errors.VisitSupersededError(location),
  new errors.SignalTypeError({ step: 'step-a', key: 'input' }, ['a'], 'a scalar', 'an object'),
  new errors.SignalTooLargeError({ step: 'step-a', key: 'input' }, [], 1024),
  new errors.CallbackNotFoundError(callback),
  new errors.AlreadyAnsweredError(callback),
  new errors.AnswerTooLateError(callback),
  new errors.InvalidTaskTokenError(),
  new errors.ReadsTooLargeError('step-a', 300_000, 204_800),
  new errors.DownstreamPendingError(awaited),
  new errors.DownstreamFailedError(awaited, 'FAILED', 'NobodyHome: no'),
  new errors.UndoUnfinishedError('step-a', 1, 3),
  new errors.NotContentError('step-a', 'a number'),
  new errors.ContentNotFoundError(location),
  new errors.InvalidUploadEventError('detail.object.key'),
  new errors.UploadReplacedError(location),
  new errors.InvalidFailureError('error', '1 to 256 characters'),
];

describe('the retry tables', () => {
  it('have every retryable error of ours exactly once', () => {
    for (const name of Object.keys(retryableErrors)) {
      expect(tableNames.filter((listed) => listed === name)).toEqual([name]);
    }
  });

  it('have no permanent error, no wildcard and nothing unknown', () => {
    for (const name of tableNames) {
      expect(name in permanentErrors).toBe(false);
      expect(ownNames.has(name) || /^(Lambda|StepFunctions)\./.test(name)).toBe(true);
    }
  });

  it('hold numbers that Amazon States Language takes', () => {
    for (const rule of allRules) {
      expect(rule.intervalSeconds).toBeGreaterThanOrEqual(1);
      expect(rule.backoffRate).toBeGreaterThanOrEqual(1);
      expect(rule.maxAttempts).toBeGreaterThanOrEqual(1);
      expect(rule.maxDelaySeconds ?? Number.POSITIVE_INFINITY).toBeGreaterThan(rule.intervalSeconds);
    }
  });
});

describe('the error classes', () => {
  it('are all in one of the two lists, under their own names', () => {
    const exported = Object.entries(errors).filter(
      ([name]) => name.endsWith('Error') && name !== 'isRuntimeError',
    );
    expect(exported.map(([name]) => name).sort()).toEqual([...ownNames].sort());
    expect(samples.map((sample) => sample.name).sort()).toEqual([...ownNames].sort());
    for (const sample of samples) expect(sample.constructor.name).toBe(sample.name);
  });

  it('end their messages as sentences', () => {
    for (const { message } of samples) expect(message).toMatch(/^\S.*\.$/);
  });

  it('are recognised by name, also from another copy of the class', () => {
    const copy = Object.assign(new Error('from another bundle'), { name: 'DocumentOwnedError' });
    expect(isRuntimeError(new DocumentOwnedError(location, 'arn'), 'DocumentOwnedError')).toBe(true);
    expect(isRuntimeError(copy, 'DocumentOwnedError')).toBe(true);
    expect(isRuntimeError(copy, 'IdConflictError')).toBe(false);
    expect(isRuntimeError({ name: 'DocumentOwnedError' }, 'DocumentOwnedError')).toBe(false);
  });

  it('keep the cause', () => {
    const cause = new Error('socket hang up');
    expect(new errors.StoreUnavailableError('PutObject', location, cause).cause).toBe(cause);
  });
});

describe('docs/DATA-PLANE.md', () => {
  it('lists each error, and whether it is retried', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/DATA-PLANE.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+Error)` \| (yes|no) \|/gm)].map(
      ([, name, retried]) => `${name} ${retried}`,
    );
    const expected = [
      ...Object.keys(retryableErrors).map((name) => `${name} yes`),
      ...Object.keys(permanentErrors).map((name) => `${name} no`),
    ];
    expect(rows.toSorted()).toEqual(expected.toSorted());
  });
});
