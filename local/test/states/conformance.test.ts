import { createRequire } from 'node:module';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { fastClock } from './clocks.js';
import { callbackRows } from './conformance/callback-rows.js';
import { dataRows } from './conformance/data-rows.js';
import { distributedRows } from './conformance/distributed-rows.js';
import { errorRows } from './conformance/error-rows.js';
import { flowRows } from './conformance/flow-rows.js';
import { mapRows } from './conformance/map-rows.js';
import { parallelRows } from './conformance/parallel-rows.js';
import type { Row } from './conformance/row.js';
import { taskRows } from './conformance/task-rows.js';
import { createMachine, ended, type Harness, historyOf, start, startStates } from './harness.js';

/** The package has no types. */
const validateAsl: (definition: object, options: object) => { readonly errors: readonly unknown[] } =
  createRequire(import.meta.url)('asl-validator');

/**
 * Another Step Functions to hold the table against, with the region and credentials of the environment and the role of
 * `SFS3_STATES_CONTRACT_ROLE`. Rows that need functions of this process, or fast time, are left out there.
 */
const contractEndpoint = process.env.SFS3_STATES_CONTRACT_ENDPOINT;

const rows: readonly Row[] = [
  ...taskRows,
  ...callbackRows,
  ...flowRows,
  ...errorRows,
  ...parallelRows,
  ...mapRows,
  ...distributedRows,
  ...dataRows,
];

/** Calls a row's functions in this process, and gives up waiting when told to. */
function invokerOf(row: Row): InvokeFunction {
  const calls = new Map<string, number>();
  return async (name, payload, signal) => {
    const short = name.split(':').at(-1) ?? name;
    const call = calls.get(short) ?? 0;
    calls.set(short, call + 1);
    const behaviour = row.functions?.[short];
    if (behaviour === undefined) {
      return {
        kind: 'error',
        errorType: 'Lambda.ResourceNotFoundException',
        errorMessage: `Function not found: ${name}`,
      };
    }
    const answer = behaviour(JSON.parse(payload), call);
    if (answer !== 'never') {
      return answer;
    }
    return await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  };
}

/**
 * Every definition of the table as a branch of one machine, its states' names kept apart by the row's number, since the validator
 * takes long to begin. It takes objects and expressions as Output only; AWS takes any JSON value ("Transforming data with JSONata").
 */
function combined(): object {
  const targets = new Set(['StartAt', 'Next', 'Default']);
  const branches = rows.map(({ definition }, index) => {
    const { StartAt, States } = JSON.parse(JSON.stringify(definition), (key, value) => {
      if (key === 'Output') {
        return typeof value === 'string' && value.startsWith('{%') ? value : {};
      }
      if (key === 'States') {
        return Object.fromEntries(Object.entries(value).map(([name, state]) => [`${index} ${name}`, state]));
      }
      return targets.has(key) ? `${index} ${value}` : value;
    });
    return { StartAt, States };
  });
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'All',
    States: { All: { Type: 'Parallel', Branches: branches, End: true } },
  };
}

describe('the conformance table', () => {
  let invoke: InvokeFunction;
  let harness: Harness | undefined;
  let fast: Harness | undefined;

  beforeAll(async () => {
    const options = { invoke: ((...call) => invoke(...call)) satisfies InvokeFunction };
    harness = await startStates(options);
    fast = await startStates({ ...options, clock: fastClock() });
  });

  afterAll(async () => {
    await harness?.close();
    await fast?.close();
  });

  const clientFor = (row: Row) => {
    const own = row.fast === true ? fast : harness;
    if (contractEndpoint !== undefined) {
      return new SFNClient({ endpoint: contractEndpoint });
    }
    if (own === undefined) {
      throw new Error('The service did not start.');
    }
    return own.client;
  };

  const needsThisProcess = (row: Row): boolean => row.functions !== undefined || row.fast === true;

  for (const row of rows) {
    test.skipIf(contractEndpoint !== undefined && needsThisProcess(row))(row.name, async () => {
      invoke = invokerOf(row);
      const client = clientFor(row);
      const executionArn = await start(client, await createMachine(client, row.definition), row.input ?? {});
      const { status, output, error, cause } = await ended(client, executionArn);
      const { expected } = row;
      expect({ status, error }).toEqual({ status: expected.status, error: expected.error });
      if (expected.status === 'SUCCEEDED') {
        expect(JSON.parse(String(output))).toEqual(expected.output);
      }
      if (expected.cause !== undefined) {
        expect(cause).toContain(expected.cause);
      }
      if (expected.events !== undefined) {
        const events = await historyOf(client, executionArn);
        expect(events.map((event) => event.type)).toEqual(expected.events);
      }
    });
  }

  test('asl-validator agrees that the definitions are valid', () => {
    expect(validateAsl(combined(), { checkArn: false, checkPaths: false }).errors).toEqual([]);
  });
});
