import { CreateStateMachineCommand, ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvalidDefinitionError } from '../../src/states/index.js';
import { machine, pass } from './conformance/row.js';
import { type Harness, roleArn, startStates } from './harness.js';
import { notImplemented } from './refusals/not-implemented.js';
import { wrongShapes } from './refusals/wrong-shapes.js';
import { wrongValues } from './refusals/wrong-values.js';

describe('a definition is refused', () => {
  let states: Harness;
  beforeAll(async () => {
    states = await startStates();
  });
  afterAll(() => states.close());

  test.each([...notImplemented, ...wrongShapes, ...wrongValues])('$name', async ({ definition, says }) => {
    const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
    const create = states.client.send(
      new CreateStateMachineCommand({ name: 'refused', definition: text, roleArn }),
    );
    const error = await create.then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.name).toBe('InvalidDefinition');
    let rest = String(error?.message);
    for (const part of says) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part));
    }
    const validation = await states.client.send(
      new ValidateStateMachineDefinitionCommand({ definition: text }),
    );
    expect(validation.result).toBe('FAIL');
  });

  test.each([
    '$states.input.items[value > 3 and $ != 1]',
    '$states.input.items.{ "a": b, "c": $ }',
    '$states.input.items{ name: $sum(value) }',
    '$states.input.items^(>price, name)',
    '$map($states.input, function($v, $i) { $v.a + $i })',
    '($x := 1; $states.input ~> | items | { "p": price * $x } |)',
    '$states.input.a ~> $uppercase()',
    '$contains($states.input.a, /x+/i) ? $states.input.*.b : -$states.input.**.c',
    '$states.input.items.(sub.x)[0]',
  ])('but not for the expression %s', async (expression) => {
    const definition = JSON.stringify(machine({ A: pass({ v: `{% ${expression} %}` }) }));
    const { diagnostics } = await states.client.send(
      new ValidateStateMachineDefinitionCommand({ definition }),
    );
    expect(diagnostics).toEqual([]);
  });

  test('with all that is wrong in one answer, at its place', async () => {
    const definition = JSON.stringify(
      machine({ A: pass(undefined, { Foo: 1, Bar: 2 }), B: { Type: 'Fail', Error: 3 } }),
    );
    const { diagnostics, truncated } = await states.client.send(
      new ValidateStateMachineDefinitionCommand({ definition, maxResults: 2 }),
    );
    expect(truncated).toBe(true);
    expect(diagnostics).toEqual([
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'The field "Foo" is not a field of a Pass state',
        location: '/States/A/Foo',
      },
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'The field "Bar" is not a field of a Pass state',
        location: '/States/A/Bar',
      },
    ]);
  });

  test('by putStateMachine with the message of CreateStateMachine', async () => {
    const definition = JSON.stringify(machine({ A: { Type: 'Pass' } }));
    const answered = await states.client
      .send(new CreateStateMachineCommand({ name: 'refused', definition, roleArn }))
      .catch((error: Error) => error.message);
    let thrown: unknown;
    try {
      states.service.putStateMachine({ name: 'refused', definition });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidDefinitionError);
    expect((thrown as Error).message).toBe(answered);
  });
});
